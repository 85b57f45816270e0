namespace OmniReel.Media.Script;

/// <summary>Of whom the words speak, at one place of a prompt.</summary>
internal sealed class Focus
{
    /// <summary>Those whom the next verb is said of.</summary>
    public List<Role> Acting { get; } = [];

    /// <summary>Those named last, whom clothes are said of.</summary>
    public List<Role> LastNamed { get; private set; } = [];

    /// <summary>What is said of a person before it is named: 穿红裙子的女孩.</summary>
    public Role Next { get; private set; } = new();

    /// <summary>A verb was said of those who act, so that the next person begins anew.</summary>
    public bool Acted { get; set; }

    public void Turn(List<Role> named)
    {
        LastNamed = named;
        if (Acted)
            Acting.Clear();
        Acted = false;
        foreach (var role in named)
        {
            if (!Acting.Contains(role))
                Acting.Add(role);
            if (Next.Action.Said is { } action)
                role.Action.Affirm(action);
            role.Do(Next.Bearing, Next.On, Next.Hands, ends: false);
            role.Guise ??= Next.Guise;
            role.DressAs(Next);
        }

        Next = new Role();
    }
}
