using OmniReel.Contract.Requests;

namespace OmniReel.Server.Elements;

/// <summary>Who a preset is, in no engine's terms.</summary>
public enum ElementSubject
{
    /// <summary>A woman who dances, with ribbons.</summary>
    Dancer,

    /// <summary>A woman in a red coat under an umbrella.</summary>
    WomanWithUmbrella,

    /// <summary>A woman in a blue dress.</summary>
    WomanInBlue,

    /// <summary>A woman with a straw hat, in green.</summary>
    TeaPicker,

    /// <summary>A woman in a purple suit.</summary>
    WomanInSuit,

    /// <summary>A man in a dark blue suit.</summary>
    ManInSuit,

    /// <summary>A man with a felt hat, in a brown coat.</summary>
    Traveller,

    /// <summary>A man in black under an umbrella.</summary>
    ManWithUmbrella,

    /// <summary>A man in a white shirt who dances.</summary>
    ManDancing,

    /// <summary>A child in a yellow raincoat under an umbrella.</summary>
    ChildInRaincoat,

    /// <summary>A child with a cap, in orange.</summary>
    ChildWithCap,

    /// <summary>A child in a pink dress who dances.</summary>
    ChildDancing,
}

/// <summary>One element that every tenant may name.</summary>
/// <param name="Id">Its exact decimal digits.</param>
/// <param name="Name">In English and Chinese, each at most 20 characters.</param>
/// <param name="Description">In English and Chinese, each at most 100 characters.</param>
/// <param name="Tags">Ids such as <c>o_102</c>.</param>
public sealed record PresetElement(
    string Id, ElementKind Kind, ElementSubject Subject, (string English, string Chinese) Name, (string English, string Chinese) Description, IReadOnlyList<string> Tags);

/// <summary>The elements that come with the server. Their ids never change: a client may have written them down.</summary>
public sealed class PresetElements : IElementCatalog
{
    /// <summary>The element of the document's own example, so that the example runs as written: a dancer.</summary>
    public const string DancerId = "835266081714884677";

    /// <summary>The same id as a client in JavaScript sends it after it has read it as a number, of which it keeps 53 bits.</summary>
    private const string DancerIdRounded = "835266081714884700";

    private static readonly string[] s_character = [ElementTags.Character];

    private readonly Dictionary<string, PresetElement> _byId;

    /// <summary>The dozen.</summary>
    public PresetElements()
    {
        All =
        [
            Preset(DancerId, ElementSubject.Dancer, "Ribbon dancer", "彩带舞者", "A woman who dances with ribbons", "手持彩带起舞的女子"),
            Preset("100000000000201", ElementSubject.WomanWithUmbrella, "Woman with umbrella", "撑伞女子", "A woman in a red coat under an umbrella", "身穿红色大衣、撑着伞的女子"),
            Preset("100000000000202", ElementSubject.WomanInBlue, "Woman in blue", "蓝裙女子", "A woman in a blue dress", "身穿蓝色连衣裙的女子"),
            Preset("100000000000203", ElementSubject.TeaPicker, "Tea picker", "采茶女", "A woman with a straw hat, in green", "头戴斗笠、身穿绿衣的采茶女子"),
            Preset("100000000000204", ElementSubject.WomanInSuit, "Woman in a suit", "西装女子", "A woman in a purple suit", "身穿紫色西装的女子"),
            Preset("100000000000205", ElementSubject.ManInSuit, "Man in a suit", "西装男子", "A man in a blue suit", "身穿蓝色西装的男子"),
            Preset("100000000000206", ElementSubject.Traveller, "Traveller", "旅人", "A man with a felt hat, in a brown coat", "头戴毡帽、身穿棕色大衣的旅人"),
            Preset("100000000000207", ElementSubject.ManWithUmbrella, "Man, umbrella", "撑伞男子", "A man in a black coat under an umbrella", "身穿黑色大衣、撑着伞的男子"),
            Preset("100000000000208", ElementSubject.ManDancing, "Dancing man", "舞者", "A man in a white shirt who dances", "身穿白衬衫起舞的男子"),
            Preset("100000000000209", ElementSubject.ChildInRaincoat, "Child, raincoat", "雨衣小孩", "A child in a yellow raincoat under an umbrella", "身穿黄色雨衣、撑着伞的小孩"),
            Preset("100000000000210", ElementSubject.ChildWithCap, "Child with a cap", "戴帽小孩", "A child with a cap, in an orange shirt", "头戴帽子、身穿橙色上衣的小孩"),
            Preset("100000000000211", ElementSubject.ChildDancing, "Dancing child", "跳舞小孩", "A child in a pink dress who dances", "身穿粉色裙子跳舞的小孩"),
        ];
        _byId = All.ToDictionary(element => element.Id);
        _byId.Add(DancerIdRounded, _byId[DancerId]);
    }

    /// <summary>All presets, the dancer first.</summary>
    public IReadOnlyList<PresetElement> All { get; }

    /// <summary>The preset of this id; null when there is none.</summary>
    public PresetElement? Preset(string elementId) => _byId.GetValueOrDefault(elementId);

    /// <inheritdoc/>
    public ElementKind? Find(string elementId) => Preset(elementId)?.Kind;

    private static PresetElement Preset(string id, ElementSubject subject, string name, string nameZh, string description, string descriptionZh) =>
        new(id, ElementKind.MultiImage, subject, (name, nameZh), (description, descriptionZh), s_character);
}
