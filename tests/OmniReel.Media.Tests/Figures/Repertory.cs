using OmniReel.Media.Figures;
using OmniReel.Media.Motion;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Tests.Figures;

/// <summary>Every movement there is, frame by frame.</summary>
internal static class Repertory
{
    public const float FrameRate = 24;

    public static TheoryData<Person, FigureAction, float> All
    {
        get
        {
            var all = new TheoryData<Person, FigureAction, float>();
            foreach (var person in Enum.GetValues<Person>())
            {
                all.Add(person, FigureAction.Dance, 0);
                all.Add(person, FigureAction.Stand, 0);
                all.Add(person, FigureAction.Walk, 2f);
                all.Add(person, FigureAction.Walk, 7f);
            }

            return all;
        }
    }

    /// <summary>The poses and the solved skeletons of ten seconds.</summary>
    public static List<(Pose Pose, Stance Stance)> Frames(Person person, FigureAction action, float travel, out Build build)
    {
        build = Build.Of(person);
        var motion = Repertoire.Of(new FigurePlan { Person = person, Action = action }, build, new Way(travel, 0, 5), 0);
        var skeleton = new Skeleton(build, motion.Axis);
        return [.. Enumerable.Range(0, 240).Select(i => motion.At(i / FrameRate)).Select(pose => (pose, skeleton.Solve(pose)))];
    }
}
