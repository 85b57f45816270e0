using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Pictures;

/// <summary>What moves by itself: steps of water, sky and leaves, and light that lives. Nothing has moved yet at the picture itself.</summary>
internal sealed class Stirring
{
    private const float Turn = 2 * MathF.PI;

    /// <summary>Shares of the frame's shorter side.</summary>
    private const float WaveReach = 0.0042f, LeafReach = 0.0030f;

    /// <summary>Of the frame's width, a second and at most: clouds stretch where they meet what stands still.</summary>
    private const float CloudPace = 0.0045f, CloudReach = 0.030f;

    private readonly Grid _grid;
    private readonly float[]? _water, _sky, _leaves, _flame;
    private readonly float[] _cloud;
    private readonly bool _swells;
    private readonly float _wave, _leaf, _pace, _most, _turn;

    public Stirring(ShotPlan shot, PictureTreatment treatment, Regions regions, Grid grid, int width, int height)
    {
        _grid = grid;
        float[]? Mask(Stir stir) => treatment.Moving.Contains(stir) ? regions.Mask(stir) : null;
        (_water, _sky, _leaves, _flame) = (Mask(Stir.Water), Mask(Stir.Sky), Mask(Stir.Foliage), Mask(Stir.Flame));
        _swells = treatment.Moving.Contains(Stir.Light);
        _cloud = Cloud.Of(grid, shot.Seed + 1);
        var side = Math.Min(width, height);
        (_wave, _leaf) = (WaveReach * side, LeafReach * side);
        (_pace, _most) = ((shot.Seed % 2 == 0 ? 1 : -1) * CloudPace * width, CloudReach * width);
        _turn = shot.Seed % 1000 / 1000f * Turn;
    }

    /// <param name="seconds">Since the picture; below 0, until it.</param>
    public void At(float seconds, float[] stepsX, float[] stepsY, WarpFields fields)
    {
        // It wakes within a second of the picture.
        var awake = Salience.Step(0, 1, Math.Abs(seconds));
        var clouds = Math.Clamp(_pace * seconds, -_most, _most);
        fields.Glows = _swells || _flame is not null;
        for (int row = 0, at = 0; row < _grid.Rows; row++)
        {
            var low = row / (float)_grid.Rows;
            for (var column = 0; column < _grid.Columns; column++, at++)
            {
                float x = 0, y = 0;
                if (_water is not null && _water[at] > 0)
                {
                    // Near waves are long and slow, far ones short.
                    float phase = Turn * (11 * low * (1.6f - 0.6f * low) + 0.35f * seconds) + 5 * _cloud[at];
                    var reach = awake * _wave * _water[at] * (0.35f + low);
                    x += reach * MathF.Sin(phase + _turn) + 0.5f * reach * MathF.Sin(2.3f * phase + 9 * _cloud[at]);
                    y += 0.55f * reach * MathF.Sin(1.7f * phase + 3 * column / (float)_grid.Columns * Turn);
                }

                if (_sky is not null)
                    x += clouds * _sky[at];
                if (_leaves is not null && _leaves[at] > 0)
                {
                    var phase = Turn * (0.55f * seconds) + 14 * _cloud[at];
                    var reach = awake * _leaf * _leaves[at];
                    x += reach * (MathF.Sin(phase + _turn) + 0.4f * MathF.Sin(2.6f * phase));
                    y += 0.35f * reach * MathF.Sin(1.3f * phase + 1);
                }

                stepsX[at] += x;
                stepsY[at] += y;
                if (fields.Glows)
                    fields.Glow[at] = Glow(seconds, awake, at);
            }
        }
    }

    private float Glow(float seconds, float awake, int at)
    {
        var glow = _swells ? 0.032f * (1 - MathF.Cos(Turn * 0.22f * seconds)) : 0;
        if (_flame is not null)
        {
            var flicker = MathF.Sin(Turn * 2.1f * seconds + _turn) + 0.7f * MathF.Sin(Turn * 3.7f * seconds + 6 * _cloud[at]) + 0.5f * MathF.Sin(Turn * 0.9f * seconds);
            glow += awake * 0.07f * flicker * _flame[at];
        }

        return glow;
    }
}
