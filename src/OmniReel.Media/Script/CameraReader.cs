using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>Reads camera moves: whole terms ("push in", 固定镜头), and directions beside a word for the camera (镜头缓缓向左移动).</summary>
internal sealed class CameraReader(Claims<CameraMove> camera)
{
    private readonly List<(int Word, CameraMove Move)> _terms = [];
    private bool _beside;
    private bool _lastWasTerm;

    /// <summary>The terms that another term said later takes the place of.</summary>
    public IEnumerable<int> Lost => _lastWasTerm && camera.Said is { } said
        ? _terms.Where(t => t.Move != said && !camera.IsDenied(t.Move)).Select(t => t.Word)
        : [];

    /// <summary>Takes word <paramref name="i"/>; true if it was a direction that no camera stands beside.</summary>
    /// <param name="aimedAt">The word is what somebody goes to or from ("away from camera"), so that no direction is the camera's own.</param>
    public bool Take(int i, Word word, bool negated, bool aimedAt)
    {
        if (word.EndsClause || word.Is(Slot.Person) || word.Is(Slot.Pronoun))
            _beside = false;
        if (word.Is(Slot.Lens) && !aimedAt)
            _beside = true;
        if (word.Form?.In(Slot.Camera) is { } term)
            TakeTerm(i, (CameraWord)term.Value, term.Weak, negated);
        if (word.Form?.In(Slot.Direction) is not { } direction)
            return false;
        if (!_beside)
            return (DirectionWord)direction.Value is DirectionWord.Left or DirectionWord.Right;
        TakeDirection((DirectionWord)direction.Value, negated);
        return false;
    }

    private void TakeTerm(int i, CameraWord term, bool weak, bool negated)
    {
        _beside = true;
        switch (term)
        {
            case CameraWord.Move when negated:
                HoldStill();
                break;
            case CameraWord.Move:
                break;
            case CameraWord.Pan when negated:
                camera.Deny(CameraMove.PanLeft);
                camera.Deny(CameraMove.PanRight);
                break;
            case CameraWord.Tilt when negated:
                camera.Deny(CameraMove.TiltUp);
                camera.Deny(CameraMove.TiltDown);
                break;
            case CameraWord.Pan:
                camera.Affirm(CameraMove.PanRight);
                break;
            case CameraWord.Tilt:
                camera.Affirm(CameraMove.TiltUp);
                break;
            default:
                Set((CameraMove)term, negated, weak);
                if (negated || weak)
                    break;
                _terms.Add((i, (CameraMove)term));
                _lastWasTerm = true;
                break;
        }
    }

    private void TakeDirection(DirectionWord direction, bool negated)
    {
        if (direction == DirectionWord.Move)
        {
            if (negated)
                HoldStill();
            return;
        }

        _lastWasTerm = false;
        Set(direction switch
        {
            DirectionWord.In => CameraMove.Push,
            DirectionWord.Out => CameraMove.Pull,
            DirectionWord.Left => CameraMove.PanLeft,
            DirectionWord.Right => CameraMove.PanRight,
            DirectionWord.Up => CameraMove.TiltUp,
            DirectionWord.Down => CameraMove.TiltDown,
            _ => CameraMove.Static,
        }, negated);
    }

    private void HoldStill()
    {
        foreach (var move in Enum.GetValues<CameraMove>())
        {
            if (move != CameraMove.Static)
                camera.Deny(move);
        }
    }

    private void Set(CameraMove move, bool negated, bool weak = false)
    {
        if (negated)
            camera.Deny(move);
        else
            camera.Affirm(move, weak);
    }
}
