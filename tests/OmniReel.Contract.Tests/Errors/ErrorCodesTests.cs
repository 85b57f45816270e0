using OmniReel.Contract.Errors;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Tests.Errors;

public sealed class ErrorCodesTests
{
    [Fact]
    public void Every_code_has_one_entry_in_both_languages()
    {
        ErrorCodes.All.Select(entry => entry.Code).ShouldBe(Enum.GetValues<ErrorCode>());
        foreach (var entry in ErrorCodes.All)
        {
            entry.Code.Meaning(Language.English).ShouldEndWith(".");
            entry.Code.Meaning(Language.Chinese).ShouldEndWith("。");
        }
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1001, 401)]
    [InlineData(1102, 429)]
    [InlineData(1103, 403)]
    [InlineData(1201, 400)]
    [InlineData(1202, 404)]
    [InlineData(1203, 404)]
    [InlineData(1302, 429)]
    [InlineData(5000, 500)]
    [InlineData(5001, 503)]
    [InlineData(5002, 504)]
    public void Codes_travel_with_the_vendors_status(int code, int status) => ((ErrorCode)code).HttpStatus().ShouldBe(status);
}
