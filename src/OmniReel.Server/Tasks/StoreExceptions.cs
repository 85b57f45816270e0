namespace OmniReel.Server.Tasks;

/// <summary>A write that the store did not make. What became of it is said by the type.</summary>
public abstract class StoreException(string message, Exception? inner) : Exception(message, inner);

/// <summary>The store has more writes waiting than it takes. Nothing was written; trying again helps.</summary>
public sealed class StoreBusyException(string message, Exception? inner = null) : StoreException(message, inner);

/// <summary>The disk is full. Nothing was written; the store goes on, and takes writes again once there is room.</summary>
public sealed class StoreFullException(string message, Exception? inner = null) : StoreException(message, inner);

/// <summary>The database refused for a reason that is a fault of ours; the cause has its words. Nothing was written, and the store goes on.</summary>
public sealed class StoreRefusedException(string message, Exception? inner = null) : StoreException(message, inner);

/// <summary>
/// The disk or the file failed under a write, whose outcome is unknown until the store is opened again. The store takes no
/// further writes; <see cref="StoreHealth.Failed"/> tells the process to end.
/// </summary>
public sealed class StoreFailedException(string message, Exception? inner = null) : StoreException(message, inner);
