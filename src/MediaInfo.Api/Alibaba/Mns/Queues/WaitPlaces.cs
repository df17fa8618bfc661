using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>Limits the receive calls of each account that wait in this process, and ends them when the host stops.</summary>
public sealed class WaitPlaces(MnsOptions options, IHostApplicationLifetime host)
{
    private readonly ConcurrentDictionary<string, int> _waits = new(StringComparer.Ordinal);

    /// <summary>Ends every wait, as if its time were over.</summary>
    public CancellationToken Stopping => host.ApplicationStopping;

    /// <summary>Takes a place; null if the account has none left. Disposing gives it back.</summary>
    public IDisposable? TryEnter(string account)
    {
        if (_waits.AddOrUpdate(account, 1, (_, count) => count + 1) <= options.MostWaits)
        {
            return new Place(this, account);
        }

        Leave(account);
        return null;
    }

    private void Leave(string account) => _waits.AddOrUpdate(account, 0, (_, count) => count - 1);

    private sealed class Place(WaitPlaces places, string account) : IDisposable
    {
        private int _isLeft;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isLeft, 1) == 0)
            {
                places.Leave(account);
            }
        }
    }
}
