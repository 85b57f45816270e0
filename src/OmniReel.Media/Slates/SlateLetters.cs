namespace OmniReel.Media.Slates;

/// <summary>
/// Letters of dots, five wide and eight high, the last row below the line. A slate is the same on machines with any fonts or none.
/// </summary>
internal static class SlateLetters
{
    public const int Width = 5, Height = 8;

    /// <summary>From the beginning of one letter to that of the next.</summary>
    public const int Advance = Width + 1;

    private static readonly Dictionary<char, ulong> s_dots = Read();

    /// <summary>Whether all of a text has letters.</summary>
    public static bool Know(string text) => text.All(letter => letter == ' ' || s_dots.ContainsKey(letter));

    /// <summary>Whether a letter has a dot at a place; what is not known is a box.</summary>
    public static bool IsDot(char letter, int x, int y)
    {
        if (letter == ' ')
            return false;
        return s_dots.TryGetValue(letter, out var dots)
            ? (dots >> (y * Width + x) & 1) != 0
            : y < Height - 1 && (x is 0 or Width - 1 || y is 0 or Height - 2);
    }

    private static Dictionary<char, ulong> Read()
    {
        var found = new Dictionary<char, ulong>();
        var lines = Drawn.ReplaceLineEndings("\n").Split('\n');
        for (var line = 0; line + Height < lines.Length; line += Height + 1)
        {
            var named = lines[line].Replace(" ", "", StringComparison.Ordinal);
            for (var i = 0; i < named.Length; i++)
                found[named[i]] = Dots(lines.AsSpan(line + 1, Height), i * Advance);
        }

        return found;
    }

    private static ulong Dots(ReadOnlySpan<string> rows, int left)
    {
        var dots = 0UL;
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width && left + x < rows[y].Length; x++)
                dots |= rows[y][left + x] == '#' ? 1UL << (y * Width + x) : 0;
        }

        return dots;
    }

    /// <summary>Lines of names, each with the letters below it.</summary>
    private const string Drawn = """
        0     1     2     3     4     5     6     7     8     9     :     /     -     _     .     ,
         ###    #    ###   ###     #  #####  ###  #####  ###   ###
        #   #  ##   #   # #   #   ##  #     #   #     # #   # #   #   #       #
        #  ##   #       #     #  # #  ####  #         # #   # #   #   #      #
        # # #   #      #    ##  #  #      # ####     #   ###   ####         #   #####
        ##  #   #     #       # #####     # #   #   #   #   #     #   #    #
        #   #   #    #    #   #    #  #   # #   #   #   #   # #   #   #   #                   ##    ##
         ###   ###  #####  ###     #   ###   ###    #    ###   ###                     #####  ##     #
                                                                                                    #
        A     B     C     D     E     F     G     H     I     J     K     L     M     N     O     P
         ###  ####   ###  ####  ##### #####  ###  #   #  ###    ### #   # #     #   # #   #  ###  ####
        #   # #   # #   # #   # #     #     #   # #   #   #      #  #  #  #     ## ## ##  # #   # #   #
        #   # #   # #     #   # #     #     #     #   #   #      #  # #   #     # # # ##  # #   # #   #
        ##### ####  #     #   # ####  ####  # ### #####   #      #  ##    #     # # # # # # #   # ####
        #   # #   # #     #   # #     #     #   # #   #   #      #  # #   #     #   # #  ## #   # #
        #   # #   # #   # #   # #     #     #   # #   #   #   #  #  #  #  #     #   # #  ## #   # #
        #   # ####   ###  ####  ##### #      #### #   #  ###   ##   #   # ##### #   # #   #  ###  #

        Q     R     S     T     U     V     W     X     Y     Z     a     b     c     d     e     f
         ###  ####   #### ##### #   # #   # #   # #   # #   # #####       #               #         ##
        #   # #   # #       #   #   # #   # #   #  # #  #   #     #       #               #        #  #
        #   # #   # #       #   #   # #   # #   #  # #   # #     #   ###  ####   ###   ####  ###   #
        #   # ####   ###    #   #   # #   # # # #   #     #     #       # #   # #     #   # #   # ####
        # # # # #       #   #   #   #  # #  # # #  # #    #    #     #### #   # #     #   # #####  #
        #  #  #  #      #   #   #   #  # #  ## ##  # #    #   #     #   # #   # #     #   # #      #
         ## # #   # ####    #    ###    #   #   # #   #   #   #####  #### ####   ###   ####  ###   #

        g     h     i     j     k     l     m     n     o     p     q     r     s     t     u     v
              #       #      #  #      ##                                              #
              #                 #       #                                              #
         #### ####   ##     ##  #  #    #   ## #  ####   ###  ####   #### # ##   ###  ####  #   # #   #
        #   # #   #   #      #  # #     #   # # # #   # #   # #   # #   # ##  # #      #    #   # #   #
        #   # #   #   #      #  ##      #   # # # #   # #   # #   # #   # #      ###   #    #   # #   #
         #### #   #   #      #  # #     #   # # # #   # #   # ####   #### #         #  #  # #   #  # #
            # #   #  ###  #  #  #  #   ###  #   # #   #  ###  #         # #      ###    ##   ####   #
         ###               ##                                 #         #
        w     x     y     z     +     #     (     )     *     =     |     @     [     ]     ~     !
                                       # #    #   #      #            #    ###   ###   ###          #
                                # #         #     #    # # #          #   #   # #       #           #
        #   # #   # #   # #####   #   #####  #       #    ###  #####   #   # ### #       #    #      #
        # # #  # #  #   #    #  #####  # #   #       #   # # #         #   # # # #       #   # # #   #
        # # #   #   #   #   #     #   #####  #       #     #   #####   #   # ### #       #      #    #
        # # #  # #   ####  #      #    # #    #     #                 #   #     #       #
         # #  #   #     # #####         # #     #   #                  #    ###   ###   ###          #
                     ###
        """;
}
