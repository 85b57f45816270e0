using SkiaSharp;

namespace OmniReel.Media.Storyboards;

/// <summary>Where the panels of a sheet lie: as large as they can be, with room for their text below or beside them.</summary>
internal sealed class SheetLayout
{
    /// <summary>Of the sheet: A4 across at 150 dots per inch.</summary>
    public const int Width = 1754, Height = 1240;

    public const float Margin = 70, Gap = 40, Header = 118, Footer = 52;

    /// <summary>Height of the line with number, time and notes.</summary>
    public const float Heading = 52;

    private const float TextBeside = 230, Between = 30;

    /// <summary>Height of a line of the smallest words, and the least and most that lies below a picture for them.</summary>
    private const float Line = 25, LeastBelow = 60, MostBelow = 84;

    private readonly int _columns, _rows;
    private readonly float _pictureWidth, _pictureHeight, _cellWidth, _cellHeight;
    private readonly bool _beside;

    /// <param name="aspect">Width of the film over its height.</param>
    /// <param name="words">Length of the longest words of a panel as one line, in their smallest size.</param>
    public SheetLayout(int panels, float aspect, float words)
    {
        float width = Width - 2 * Margin, height = Height - Margin - Header - Footer;
        for (var columns = 1; columns <= panels; columns++)
        {
            var rows = (panels + columns - 1) / columns;
            float cellWidth = (width - (columns - 1) * Gap) / columns, cellHeight = (height - (rows - 1) * Gap) / rows;
            foreach (var beside in (bool[])[false, true])
            {
                // A column of text is readable only at some width; more than two fifths of a cell it need not have.
                float roomAcross = beside ? cellWidth - Math.Clamp(cellWidth * 0.4f, TextBeside, 460) - Between : cellWidth;
                var below = Math.Clamp(MathF.Ceiling(words / cellWidth + 0.3f) * Line + 10, LeastBelow, Math.Max(MostBelow, cellHeight * 0.24f));
                float roomDown = beside ? cellHeight : cellHeight - Heading - below;
                var pictureWidth = Math.Min(roomAcross, roomDown * aspect);
                if (pictureWidth <= _pictureWidth * 1.03f)
                    continue;
                (_columns, _rows, _beside, _pictureWidth, _pictureHeight) = (columns, rows, beside, pictureWidth, pictureWidth / aspect);
                (_cellWidth, _cellHeight) = (beside ? cellWidth : Math.Max(pictureWidth, Math.Min(cellWidth, 300)), cellHeight);
            }
        }
    }

    /// <summary>The picture of a panel, in pixels of the sheet.</summary>
    public SKRect Picture(int panel)
    {
        var cell = Cell(panel);
        return SKRect.Create(MathF.Round(cell.Left), MathF.Round(cell.Top), MathF.Round(_pictureWidth), MathF.Round(_pictureHeight));
    }

    /// <summary>The text of a panel, its heading included.</summary>
    public SKRect Text(int panel)
    {
        var (cell, picture) = (Cell(panel), Picture(panel));
        return _beside
            ? new SKRect(picture.Right + Between, picture.Top, cell.Right, Math.Max(picture.Bottom, Math.Min(cell.Bottom, picture.Top + 300)))
            : new SKRect(picture.Left, picture.Bottom, Math.Max(picture.Right, cell.Right), cell.Bottom);
    }

    private SKRect Cell(int panel)
    {
        var across = _columns * _cellWidth + (_columns - 1) * Gap;
        var used = _beside ? _pictureHeight : _cellHeight;
        var spare = (Height - Margin - Header - Footer - _rows * used - (_rows - 1) * Gap) / 2;
        return SKRect.Create(
            (Width - across) / 2 + panel % _columns * (_cellWidth + Gap), Margin / 2 + Header + Math.Max(0, spare) + panel / _columns * (used + Gap), _cellWidth, used);
    }
}
