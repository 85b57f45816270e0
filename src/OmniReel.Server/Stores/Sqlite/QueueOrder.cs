using System.Numerics;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>
/// Which places of the queue are taken, and how many lie before one: a bit per place, counted in blocks, so that the position of a
/// task among a million costs a microsecond and not a scan.
/// </summary>
internal sealed class QueueOrder
{
    private const int WordsPerBlock = 64;
    private const int PlacesPerBlock = WordsPerBlock * 64;

    private readonly Lock _gate = new();
    private readonly List<Block> _blocks = [];
    private long _firstBlock;

    /// <summary>Taken places.</summary>
    public long Count
    {
        get
        {
            lock (_gate)
                return _blocks.Sum(block => (long)block.Taken);
        }
    }

    public void Add(long place)
    {
        lock (_gate)
        {
            var block = BlockOf(place);
            if (_blocks.Count == 0)
                _firstBlock = block;
            for (; _firstBlock > block; _firstBlock--)
                _blocks.Insert(0, new Block());
            while (_firstBlock + _blocks.Count <= block)
                _blocks.Add(new Block());
            _blocks[(int)(block - _firstBlock)].Set(Within(place));
        }
    }

    public void Remove(long place)
    {
        lock (_gate)
        {
            if (Find(place) is not { } block)
                return;
            block.Clear(Within(place));
            var empty = 0;
            while (empty < _blocks.Count && _blocks[empty].Taken == 0)
                empty++;
            _blocks.RemoveRange(0, empty);
            _firstBlock += empty;
        }
    }

    /// <summary>Taken places before this one; null when this one is not taken.</summary>
    public int? Before(long place)
    {
        lock (_gate)
        {
            if (Find(place) is not { } own || !own.Has(Within(place)))
                return null;
            var before = 0;
            for (var i = 0; i < BlockOf(place) - _firstBlock; i++)
                before += _blocks[i].Taken;
            return before + own.Before(Within(place));
        }
    }

    private static long BlockOf(long place) => place / PlacesPerBlock;

    private static int Within(long place) => (int)(place % PlacesPerBlock);

    private Block? Find(long place)
    {
        var at = BlockOf(place) - _firstBlock;
        return at >= 0 && at < _blocks.Count ? _blocks[(int)at] : null;
    }

    private sealed class Block
    {
        private readonly ulong[] _words = new ulong[WordsPerBlock];

        public int Taken { get; private set; }

        public bool Has(int at) => (_words[at / 64] >> (at % 64) & 1) != 0;

        public void Set(int at)
        {
            if (!Has(at))
                Taken++;
            _words[at / 64] |= 1UL << (at % 64);
        }

        public void Clear(int at)
        {
            if (Has(at))
                Taken--;
            _words[at / 64] &= ~(1UL << (at % 64));
        }

        public int Before(int at)
        {
            var before = 0;
            for (var i = 0; i < at / 64; i++)
                before += BitOperations.PopCount(_words[i]);
            return before + BitOperations.PopCount(_words[at / 64] & ((1UL << (at % 64)) - 1));
        }
    }
}
