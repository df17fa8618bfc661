using MediaInfo.Core.Library.Events;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Library;

/// <summary>The event targets of accounts, in memory.</summary>
internal sealed class FakeCallbacks : IEventCallbackStore
{
    private readonly Dictionary<string, EventCallback> _callbacks = new(StringComparer.Ordinal);

    public Task<EventCallback?> FindAsync(string account, CancellationToken cancellationToken) =>
        Task.FromResult(_callbacks.GetValueOrDefault(account));

    public Task WriteAsync(string account, EventCallback callback, CancellationToken cancellationToken)
    {
        _callbacks[account] = callback;
        return Task.CompletedTask;
    }
}
