using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Tests.Reading;

public sealed class DocumentExampleTests
{
    [Theory]
    [InlineData(ApiProfile.Relay)]
    [InlineData(ApiProfile.Vendor)]
    public void The_example_of_the_document_is_accepted_byte_for_byte(ApiProfile profile)
    {
        var request = RequestReader.Read(GoldenFiles.Bytes("document-example.txt"), profile, TestElements.Instance, Language.English).Request;
        request.ShouldNotBeNull();
        request.Model.ShouldBe(VideoModel.VideoO1);
        request.Mode.ShouldBe(VideoMode.Std);
        request.Prompt.ShouldBe("生成一个海边有一个人跳舞的视频");
        request.NegativePrompt.ShouldBe("");
        request.Kind.ShouldBe(new RequestKind(InputKind.Reference, ShotKind.SingleShot));
        request.Elements.ShouldBe(["835266081714884677"]);
        request.AspectRatio.ShouldBe(AspectRatio.Landscape);
        request.Seconds.ShouldBe(5);
        request.CallbackUrl.ShouldBeNull();
        request.ExternalTaskId.ShouldBeNull();
        request.IgnoredFields.ShouldBeEmpty();
    }
}
