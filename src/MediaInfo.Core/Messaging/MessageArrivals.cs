namespace MediaInfo.Core.Messaging;

/// <summary>Tells the waiting receives of this process that a message was sent in it.</summary>
public sealed class MessageArrivals
{
    private Action<string> _wake = _ => { };

    /// <summary>Wakes whoever waits for messages of the queue.</summary>
    public void Tell(string queue) => _wake(queue);

    /// <summary>Calls the action, which must return at once, with the queue of each message.</summary>
    internal void Subscribe(Action<string> arrived) => _wake += arrived;
}
