namespace OmniReel.Media.Pictures;

/// <summary>
/// The flow as it is seen from any moment between two pictures: steps of both pictures are carried to where they are then, the surer and
/// the longer ones first, and what nothing was carried to takes after its neighbours.
/// </summary>
internal sealed class FlowMidway
{
    private const float Faint = 1e-3f;

    private readonly Correspondence _found;
    private readonly Grid _grid;
    private readonly (float[] X, float[] Y) _ahead, _back;

    /// <param name="travel">0 to 1: how much of the flow is used.</param>
    public FlowMidway(Correspondence found, float travel)
    {
        (_found, _grid) = (found, found.Grid);
        _ahead = Gated(found.Ahead, found.SureAhead, travel);
        _back = Gated(found.Back, found.SureBack, travel);
        MeanStep = _ahead.X.Zip(_ahead.Y, (x, y) => MathF.Sqrt(x * x + y * y)).Average();
    }

    /// <summary>In points of the grid.</summary>
    public float MeanStep { get; }

    /// <summary>
    /// Leaves in the scratch: steps from the first picture to the last in pixels, across and down, how sure they are (0 to 2), and how much
    /// of each picture came to lie there (6 and 7): where something went away, only the other picture shows what was behind it.
    /// </summary>
    /// <param name="way">0 at the first picture, 1 at the last.</param>
    public void At(float way, WarpFields fields)
    {
        float[] across = fields.Scratch[0], down = fields.Scratch[1], sure = fields.Scratch[2], weights = fields.Scratch[3];
        Array.Clear(across);
        Array.Clear(down);
        Array.Clear(sure);
        Array.Clear(weights);
        Carry(_ahead, _found.SureAhead, way, 1, 1 - way, fields, fields.Scratch[6]);
        Carry(_back, _found.SureBack, 1 - way, -1, way, fields, fields.Scratch[7]);

        // Neighbours stand in where nothing was carried to.
        float[] wide = fields.Scratch[4], scratch = fields.Scratch[5];
        foreach (var field in (float[][])[across, down, sure])
        {
            field.CopyTo(wide.AsSpan());
            _grid.Blur(wide, 3, scratch);
            for (var i = 0; i < field.Length; i++)
                field[i] += Faint * wide[i];
        }

        weights.CopyTo(wide.AsSpan());
        _grid.Blur(wide, 3, scratch);
        for (var i = 0; i < across.Length; i++)
        {
            var share = 1 / (weights[i] + Faint * wide[i] + 1e-9f);
            across[i] *= share * _grid.Cell;
            down[i] *= share * _grid.Cell;
            sure[i] *= share;
        }

        _grid.Blur(across, 1, scratch);
        _grid.Blur(down, 1, scratch);
        _grid.Blur(fields.Scratch[6], 1, scratch);
        _grid.Blur(fields.Scratch[7], 1, scratch);
    }

    /// <param name="sign">−1 turns the steps round.</param>
    private void Carry((float[] X, float[] Y) steps, float[] sureness, float way, int sign, float share, WarpFields fields, float[] there)
    {
        Array.Clear(there);
        float[] across = fields.Scratch[0], down = fields.Scratch[1], sure = fields.Scratch[2], weights = fields.Scratch[3];
        for (int y = 0, from = 0; y < _grid.Rows; y++)
        {
            for (var x = 0; x < _grid.Columns; x++, from++)
            {
                float u = steps.X[from], v = steps.Y[from], tx = x + way * u, ty = y + way * v;
                if (tx < 0 || ty < 0 || tx >= _grid.Columns - 1 || ty >= _grid.Rows - 1)
                {
                    tx = Math.Clamp(tx, 0, _grid.Columns - 1.01f);
                    ty = Math.Clamp(ty, 0, _grid.Rows - 1.01f);
                }

                int column = (int)tx, row = (int)ty, at = row * _grid.Columns + column;
                float fx = tx - column, fy = ty - row, certain = sureness[from];
                var weight = (0.02f + certain * certain) * (0.05f + share) * (1 + 0.5f * MathF.Sqrt(u * u + v * v));
                Add(at, (1 - fx) * (1 - fy));
                Add(at + 1, fx * (1 - fy));
                Add(at + _grid.Columns, (1 - fx) * fy);
                Add(at + _grid.Columns + 1, fx * fy);

                void Add(int to, float piece)
                {
                    there[to] += piece;
                    var part = weight * piece;
                    across[to] += part * sign * u;
                    down[to] += part * sign * v;
                    sure[to] += part * certain;
                    weights[to] += part;
                }
            }
        }
    }

    /// <summary>Steps that are not sure are shortened, so that nothing is bent like a liquid.</summary>
    private (float[] X, float[] Y) Gated(Flow flow, float[] sure, float travel)
    {
        // The surer the whole, the more is believed of its unsure parts: limbs that swing are rarely found there and back.
        var surely = 0.12f + 0.35f * (1 - travel);
        var gate = new float[_grid.Count];
        for (var i = 0; i < gate.Length; i++)
            gate[i] = travel * Salience.Step(0, surely, sure[i]);
        float[] x = new float[_grid.Count], y = new float[_grid.Count];
        for (var i = 0; i < gate.Length; i++)
            (x[i], y[i]) = (flow.Across[i] * gate[i], flow.Down[i] * gate[i]);
        return (x, y);
    }
}
