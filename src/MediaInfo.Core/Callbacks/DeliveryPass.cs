namespace MediaInfo.Core.Callbacks;

/// <summary>The answer of a <see cref="DeliveryGate"/>: a place at a target, held until disposed of, or a delay.</summary>
public sealed class DeliveryPass : IDisposable
{
    private readonly Action<bool?>? _leave;
    private bool? _answered;

    internal DeliveryPass(Action<bool?> leave) => _leave = leave;

    internal DeliveryPass(TimeSpan putOff) => PutOff = putOff;

    /// <summary>How long to postpone the delivery; null if it may go ahead.</summary>
    public TimeSpan? PutOff { get; }

    /// <summary>Records whether the target responded, with any status.</summary>
    public void Note(bool answered) => _answered = answered;

    /// <summary>Releases the place.</summary>
    public void Dispose() => _leave?.Invoke(_answered);
}
