using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>Reads camera moves: whole terms ("push in", 固定镜头), and directions beside a word for the camera (镜头缓缓向左移动).</summary>
internal sealed class CameraReader(Claims<CameraMove> camera)
{
    private bool _beside;

    /// <summary>Takes one word; true if it was a direction that no camera stands beside.</summary>
    public bool Take(Word word, bool negated)
    {
        if (word.EndsClause || word.Is(Slot.Person) || word.Is(Slot.Pronoun))
            _beside = false;
        if (word.Is(Slot.Lens))
            _beside = true;
        if (word.Form?.In(Slot.Camera) is { } term)
            TakeTerm((CameraWord)term.Value, negated);
        if (word.Form?.In(Slot.Direction) is not { } direction)
            return false;
        if (!_beside)
            return (DirectionWord)direction.Value is DirectionWord.Left or DirectionWord.Right;
        TakeDirection((DirectionWord)direction.Value, negated);
        return false;
    }

    private void TakeTerm(CameraWord term, bool negated)
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
                Set((CameraMove)term, negated);
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

    private void Set(CameraMove move, bool negated)
    {
        if (negated)
            camera.Deny(move);
        else
            camera.Affirm(move);
    }
}
