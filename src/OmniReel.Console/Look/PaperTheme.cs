using MudBlazor;

namespace OmniReel.Console.Look;

/// <summary>The console's own look: warm paper by day, a deep blue night with amber lamps after dark, as in the films.</summary>
public static class PaperTheme
{
    /// <summary>Both lights.</summary>
    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#a8431d", PrimaryContrastText = "#fff8ee", Secondary = "#2f5d7c", Tertiary = "#6a4f86",
            Background = "#fbf4e8", BackgroundGray = "#f4ead9", Surface = "#fffdf8",
            AppbarBackground = "#fbf4e8", AppbarText = "#2b1a24", DrawerBackground = "#f6ecdc", DrawerText = "#3a2831", DrawerIcon = "#6b5660",
            TextPrimary = "#2b1a24", TextSecondary = "#6b5660", TextDisabled = "#94838b",
            ActionDefault = "#5b4650", ActionDisabled = "#a99aa1", ActionDisabledBackground = "#ece1d0",
            Divider = "#e6d8c3", DividerLight = "#efe4d3", LinesDefault = "#e6d8c3", LinesInputs = "#9c8a8f", TableLines = "#ecdfcc", TableHover = "#f7eddd",
            Success = "#2c6b4a", Info = "#2f5d7c", Warning = "#8a5a00", Error = "#b0124a",
            OverlayDark = "rgba(43,26,36,0.45)",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#f2ad5c", PrimaryContrastText = "#25160a", Secondary = "#8fb7e6", Tertiary = "#c9a6e8",
            Black = "#0c1024", Background = "#12162b", BackgroundGray = "#171c36", Surface = "#1b2140",
            AppbarBackground = "#12162b", AppbarText = "#f4e6d4", DrawerBackground = "#161b35", DrawerText = "#e9dccb", DrawerIcon = "#b3a8b8",
            TextPrimary = "#f4e6d4", TextSecondary = "#b9afc0", TextDisabled = "#7d7891",
            ActionDefault = "#c9bfca", ActionDisabled = "#6d698a", ActionDisabledBackground = "#262c4f",
            Divider = "#343c63", DividerLight = "#2a3155", LinesDefault = "#343c63", LinesInputs = "#7f86b0", TableLines = "#2c3358", TableHover = "#222949",
            Success = "#7fd0a2", SuccessContrastText = "#0d2417", Info = "#8fb7e6", InfoContrastText = "#0d1a2b", Warning = "#f0c26b", WarningContrastText = "#2b1d05",
            Error = "#ff8fab", ErrorContrastText = "#330b18",
            OverlayDark = "rgba(6,8,20,0.6)",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "10px", DrawerWidthLeft = "228px", AppbarHeight = "60px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Sans, FontSize = ".95rem", LineHeight = "1.55", LetterSpacing = "normal" },
            H1 = new H1Typography { FontFamily = Serif, FontSize = "1.85rem", FontWeight = "600", LineHeight = "1.2", LetterSpacing = "normal" },
            H2 = new H2Typography { FontFamily = Serif, FontSize = "1.25rem", FontWeight = "600", LineHeight = "1.3", LetterSpacing = "normal" },
            H3 = new H3Typography { FontFamily = Sans, FontSize = "1.02rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = Serif, FontSize = "1.2rem", FontWeight = "600", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Sans, FontWeight = "600", TextTransform = "none", LetterSpacing = "normal" },
        },
    };

    private static string[] Sans => ["system-ui", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", "sans-serif"];

    private static string[] Serif => ["Georgia", "Noto Serif CJK SC", "Songti SC", "serif"];
}
