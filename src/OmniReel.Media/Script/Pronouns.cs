using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>Lets a later "he" or 她 tell who the "person" of an earlier prompt was.</summary>
internal static class Pronouns
{
    public static void Resolve(IReadOnlyList<ShotFacts> facts)
    {
        Role? unknown = null;
        var known = new HashSet<Person>();
        foreach (var role in facts.SelectMany(f => f.Cast.Roles))
        {
            if (role is { IsPronoun: true, Person: { } person } && unknown is not null && !known.Contains(person))
                unknown.Person = person;
            if (role.Person is { } named)
                known.Add(named);
            else if (!role.IsPronoun)
                unknown ??= role;
            if (unknown is { Person: not null })
                unknown = null;
        }
    }
}
