using System.Globalization;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Slates;

/// <summary>
/// The strip along the top of every frame of a film: a code that programs read (see <see cref="FrameCode"/>), and below it shot, time,
/// frame and what the film is made from. Immutable, so threads may share it.
/// </summary>
internal sealed class Slate
{
    private const byte Black = 16, White = 235, Ground = 26, Quiet = 178, Neutral = 128;

    /// <summary>Lines of small letters at most: the picture below is what the film is about.</summary>
    private const int MostLines = 4;

    private readonly IReadOnlyList<int> _ends;
    private readonly int _width, _codeHeight, _height, _pad, _large, _small;
    private readonly List<string> _facts;

    /// <param name="shotFrames">Length of each shot in frames.</param>
    public Slate(SlatePlan plan, int width, int height, IReadOnlyList<int> shotFrames)
    {
        _width = width;
        var total = 0;
        _ends = [.. shotFrames.Select(frames => total += frames)];
        var shorter = Math.Min(width, height);
        _codeHeight = CodeHeight(width, height);
        _pad = Math.Max(1, shorter / 120);
        var longest = Line(total - 1, _ends.Count - 1).Length;
        _large = Math.Max(1, Math.Min(shorter / 240, (width - 2 * _pad) / (longest * SlateLetters.Advance)));
        _small = Math.Max(1, Math.Min(_large, shorter / 360));
        _facts = Wrapped(
            [$"{plan.Mode} {width}x{height}", plan.Kind, .. plan.References, plan.Task],
            Math.Max(1, (width - 2 * _pad) / (_small * SlateLetters.Advance)));
        _height = Math.Min(height, (_codeHeight + 2 * _pad + (_large + _facts.Count * _small) * SlateLetters.Height + _facts.Count * _pad + 1) / 2 * 2);
    }

    /// <summary>Rows of the frame that are the strip, even.</summary>
    public int Height => _height;

    /// <summary>Rows that the code takes, a share of the shorter side; a cell is as wide as a 48th of the frame.</summary>
    public static int CodeHeight(int width, int height) => Math.Max(2, Math.Min(width, height) / 90 * 2);

    /// <summary>The slate of a film; null where the plan wants none.</summary>
    public static Slate? Of(FilmPlan plan) => plan.Slate is { } slate ? new Slate(slate, plan.Width, plan.Height, [.. plan.Shots.Select(shot => shot.Frames)]) : null;

    /// <inheritdoc cref="Of(FilmPlan)"/>
    public static Slate? Of(EditPlan plan) => plan.Slate is { } slate ? new Slate(slate, plan.Width, plan.Height, [plan.Frames]) : null;

    /// <summary>Burns the strip into a frame of the film's size.</summary>
    /// <param name="number">Of the film, from 0.</param>
    public void Burn(int number, I420Frame frame)
    {
        var shot = 0;
        while (shot < _ends.Count - 1 && number >= _ends[shot])
            shot++;
        var luma = frame.Bytes.AsSpan(0, frame.UStart);
        luma[..(_height * _width)].Fill(Ground);
        frame.Bytes.AsSpan(frame.UStart, _height / 2 * (_width / 2)).Fill(Neutral);
        frame.Bytes.AsSpan(frame.VStart, _height / 2 * (_width / 2)).Fill(Neutral);
        Code(luma, FrameCode.Of(number, shot + 1));
        var top = _codeHeight + _pad;
        Write(luma, Line(number, shot), top, _large, White);
        top += _large * SlateLetters.Height + _pad;
        foreach (var line in _facts)
        {
            Write(luma, line, top, _small, Quiet);
            top += _small * SlateLetters.Height + _pad;
        }
    }

    private string Line(int number, int shot)
    {
        int second = number / FilmPlan.FrameRate, rest = number % FilmPlan.FrameRate;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"SHOT {shot + 1}/{_ends.Count}  {second / 3600:00}:{second / 60 % 60:00}:{second % 60:00}:{rest:00}  FRAME {number}/{_ends[^1]}");
    }

    private void Code(Span<byte> luma, ulong code)
    {
        for (var cell = 0; cell < FrameCode.Cells; cell++)
        {
            int from = cell * _width / FrameCode.Cells, to = (cell + 1) * _width / FrameCode.Cells;
            var level = (code >> (FrameCode.Cells - 1 - cell) & 1) != 0 ? White : Black;
            for (var row = 0; row < _codeHeight; row++)
                luma.Slice(row * _width + from, to - from).Fill(level);
        }
    }

    private void Write(Span<byte> luma, string text, int top, int scale, byte level)
    {
        for (var row = 0; row < SlateLetters.Height * scale && top + row < _height; row++)
        {
            var line = luma.Slice((top + row) * _width, _width);
            for (var x = 0; x < text.Length * SlateLetters.Advance; x++)
            {
                var left = _pad + x * scale;
                if (left + scale <= _width && x % SlateLetters.Advance < SlateLetters.Width && SlateLetters.IsDot(text[x / SlateLetters.Advance], x % SlateLetters.Advance, row / scale))
                    line.Slice(left, scale).Fill(level);
            }
        }
    }

    /// <summary>Facts side by side, as many to a line as fit.</summary>
    private static List<string> Wrapped(IEnumerable<string> facts, int most)
    {
        var lines = new List<string>();
        foreach (var fact in facts.Where(fact => fact.Length > 0))
        {
            if (lines.Count > 0 && lines[^1].Length + 2 + fact.Length <= most)
                lines[^1] += "  " + fact;
            else if (lines.Count < MostLines)
                lines.Add(fact);
        }

        return lines;
    }
}
