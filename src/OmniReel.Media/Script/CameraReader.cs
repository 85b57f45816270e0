using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>Reads camera moves: whole terms ("push in", 固定镜头), directions beside a word for the camera (镜头缓缓向左移动), and how fast it goes.</summary>
internal sealed class CameraReader(Claims<CameraMove> camera, Claims<CameraPace> pace)
{
    /// <summary>Words from "slow" to the move that is slow.</summary>
    private const int TempoReach = 3;

    private readonly List<(int Word, CameraMove Move)> _terms = [];
    private bool _beside;
    private bool _lastWasTerm;
    private CameraWord? _kind;
    private DirectionWord? _side;
    private (int Word, CameraPace Pace)? _tempo;

    /// <summary>The terms that another term said later takes the place of.</summary>
    public IEnumerable<int> Lost => _lastWasTerm && camera.Said is { } said
        ? _terms.Where(t => t.Move != said && !camera.IsDenied(t.Move)).Select(t => t.Word)
        : [];

    /// <summary>Takes word <paramref name="i"/>; true if it was a direction that no camera stands beside.</summary>
    /// <param name="aimedAt">The word is what somebody goes to or from ("away from camera"), so that no direction is the camera's own.</param>
    public bool Take(int i, Word word, bool negated, bool aimedAt)
    {
        if (word.EndsClause)
            (_kind, _side, _tempo) = (null, null, null);
        if (word.EndsClause || word.Is(Slot.Person) || word.Is(Slot.Pronoun))
            _beside = false;
        if (word.Is(Slot.Lens) && !aimedAt)
            _beside = true;
        if (word.Form?.In(Slot.Camera) is { } term)
            TakeTerm(i, (CameraWord)term.Value, term.Weak, negated);
        if (word.Form?.In(Slot.Tempo) is { } tempo && !negated)
            TakeTempo(i, (CameraPace)tempo.Value);
        if (word.Form?.In(Slot.Direction) is not { } direction)
            return false;
        if (!_beside)
            return (DirectionWord)direction.Value is DirectionWord.Left or DirectionWord.Right;
        TakeDirection(i, (DirectionWord)direction.Value, negated);
        return false;
    }

    private void TakeTerm(int i, CameraWord term, bool weak, bool negated)
    {
        _beside = true;
        if (term is CameraWord.Move or CameraWord.Shake && negated)
        {
            HoldStill();
            return;
        }

        if (term == CameraWord.Move)
        {
            TakeMove(i);
            return;
        }

        if (negated)
        {
            foreach (var move in CameraTerms.AllOf(term))
                camera.Deny(move);
            return;
        }

        if (CameraTerms.IsOne(term) is not { } one)
        {
            _kind = term;
            Affirm(i, CameraTerms.Toward(term, _side) ?? CameraTerms.Usual(term));
            if (term == CameraWord.Whip)
                pace.Affirm(CameraPace.Whip);
            return;
        }

        _kind = CameraTerms.KindOf(one);
        Affirm(i, one, weak);
        if (weak)
            return;
        _terms.Add((i, one));
        _lastWasTerm = true;
    }

    private void TakeDirection(int i, DirectionWord direction, bool negated)
    {
        if (direction is DirectionWord.Move or DirectionWord.Shake && negated)
        {
            HoldStill();
            return;
        }

        if (direction == DirectionWord.Move)
        {
            TakeMove(i);
            return;
        }

        if (CameraTerms.Toward(_kind, direction) is not { } move)
            return;
        _lastWasTerm = false;
        if (negated)
        {
            camera.Deny(move);
            return;
        }

        _kind = direction switch { DirectionWord.Around => CameraWord.Orbit, DirectionWord.Along => CameraWord.Follow, _ => _kind };
        if (direction is DirectionWord.Around && _side is { } side)
            move = CameraTerms.Toward(_kind, side) ?? move;
        else
            _side = direction;
        Affirm(i, move);
    }

    /// <summary>"Moves left" goes there, where "left" alone turns.</summary>
    private void TakeMove(int i)
    {
        if (_kind is not null)
            return;
        _kind = CameraWord.Move;
        if (_side is DirectionWord.Left or DirectionWord.Right or DirectionWord.Up or DirectionWord.Down)
            Affirm(i, CameraTerms.Toward(_kind, _side)!.Value);
    }

    /// <summary>After the camera, or shortly before its move: "a slow push in".</summary>
    private void TakeTempo(int i, CameraPace value)
    {
        if (!_beside)
            _tempo = (i, value);
        else if (pace.Said != CameraPace.Whip)
            pace.Affirm(value);
    }

    private void Affirm(int i, CameraMove move, bool weak = false)
    {
        camera.Affirm(move, weak);
        if (_tempo is { } tempo && i - tempo.Word <= TempoReach)
            pace.Affirm(tempo.Pace);
        _tempo = null;
    }

    private void HoldStill()
    {
        foreach (var move in Enum.GetValues<CameraMove>())
        {
            if (move != CameraMove.Static)
                camera.Deny(move);
        }
    }
}
