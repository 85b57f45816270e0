using OmniReel.Media.Things;

namespace OmniReel.Media.Script;

/// <summary>Adds the names of all things to the vocabulary. What its files say of a word counts more.</summary>
internal static class ThingWords
{
    private static readonly ulong Hints = Form.Mask(Slot.Place, Slot.Season, Slot.Thing);

    public static void AddTo(Vocabulary vocabulary)
    {
        var things = ThingCatalog.Instance.Things;
        for (var i = 0; i < things.Count; i++)
        {
            var (exact, near) = (FormOf(things[i], i, near: false), FormOf(things[i], i, near: true));
            foreach (var name in (IEnumerable<string>)[.. things[i].English, .. things[i].Chinese, .. things[i].Signs])
            {
                var form = name[0] == '~' ? near : exact;
                vocabulary.Join(name.TrimStart('~'), form, there => Joined(there, form));
            }
        }
    }

    private static Form FormOf(Thing thing, int at, bool near)
    {
        var named = new Meaning(Slot.Thing, at + 1, Weak: false, Absent: false);
        return new Form(thing.Place is { } place ? [named, new Meaning(Slot.Place, (int)place, Weak: true, Absent: false)] : [named], near);
    }

    /// <summary>A word that only hinted at a place, or named a thing that was not drawn, now names the thing; where that is at home counts more than the hint, so that both languages say the same.
    /// What is heard (a bell, a guitar) is seen too.</summary>
    private static Form Joined(Form there, Form thing)
    {
        if (Array.TrueForAll(there.Meanings, m => m.Slot is Slot.Sound or Slot.Music))
            return new Form([.. thing.Meanings, .. there.Meanings], thing.Near);
        var isHint = there.Near && Array.TrueForAll(there.Meanings, m => (m.Weak || m is { Slot: Slot.Thing, Value: 0 }) && (Form.Mask(m.Slot) & Hints) != 0);
        var places = thing.Has(Slot.Place);
        return isHint ? new Form([.. thing.Meanings, .. there.Meanings.Where(m => m.Slot != Slot.Thing && !(places && m.Slot == Slot.Place))], thing.Near) : there;
    }
}
