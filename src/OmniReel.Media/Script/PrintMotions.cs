using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>What pictures of a request do.</summary>
internal static class PrintMotions
{
    /// <summary>Paper can be moved in every way, and does not burn.</summary>
    public static ThingMotion? Of(GaitWord gait) => gait switch
    {
        GaitWord.Walk or GaitWord.Crawl => ThingMotion.Walk,
        GaitWord.Run => ThingMotion.Trot,
        GaitWord.Jump => ThingMotion.Hop,
        GaitWord.Fly => ThingMotion.Soar,
        GaitWord.Swim => ThingMotion.Glide,
        GaitWord.Float => ThingMotion.Hover,
        GaitWord.Rise => ThingMotion.Rise,
        GaitWord.Fall => ThingMotion.Fall,
        GaitWord.Roll => ThingMotion.Roll,
        GaitWord.Spin => ThingMotion.Spin,
        GaitWord.Hang => ThingMotion.Hang,
        GaitWord.Drive => ThingMotion.Drive,
        GaitWord.Dance => ThingMotion.Dance,
        GaitWord.Burn => null,
        _ => ThingMotion.Rest,
    };

    /// <summary>One of whom nothing is said does what the people of the shot do.</summary>
    public static ThingMotion Along(IReadOnlyList<FigurePlan> figures) => figures.Count == 0 ? ThingMotion.Rest : Of(figures[0].Action);

    public static ThingMotion Of(FigureAction action) => action switch
    {
        FigureAction.Walk => ThingMotion.Walk,
        FigureAction.Dance => ThingMotion.Dance,
        _ => ThingMotion.Rest,
    };
}
