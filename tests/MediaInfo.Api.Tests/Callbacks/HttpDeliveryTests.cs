using MediaInfo.Api.Callbacks;
using MediaInfo.Core.Callbacks;
using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.Callbacks;

public sealed class HttpDeliveryTests : IAsyncLifetime, IAsyncDisposable
{
    private static readonly CallbackOptions Options = new()
    {
        AllowPrivateAddresses = true, HostConcurrency = 1, Timeout = TimeSpan.FromMinutes(1),
    };

    private readonly LoopbackReceiver _receiver = new();
    private readonly LoopbackReceiver _other = new();
    private readonly HttpCallbackTarget _web = new(new CheckedConnector(Options), Options, TimeProvider.System);
    private readonly HttpDelivery _delivery;

    public HttpDeliveryTests() => _delivery = new HttpDelivery(_web, Options, TimeProvider.System);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _web.Dispose();
        await _receiver.DisposeAsync();
        await _other.DisposeAsync();
    }

    ValueTask IAsyncDisposable.DisposeAsync() => new(DisposeAsync());

    [Fact]
    public async Task A_hanging_host_delays_neither_other_hosts_nor_other_accounts()
    {
        using var stop = new CancellationTokenSource();
        _receiver.Answer = () => null;
        var hanging = SendAsync("account", _receiver.Url, stop.Token);

        var follows = await SendAsync("account", _receiver.Url + "&other=path");
        var elsewhere = await SendAsync("account", _other.Url);
        var neighbours = SendAsync("neighbour", _receiver.Url, stop.Token);

        Assert.NotNull(follows.PutOff);
        Assert.Equal("delivery", elsewhere.Result?.MessageId);
        Assert.False(neighbours.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => neighbours);
    }

    [Fact]
    public async Task An_unreachable_host_is_not_retried_for_a_while()
    {
        await Assert.ThrowsAsync<NoAnswerException>(() => SendAsync("account", "http://127.0.0.1:1/"));

        Assert.NotNull((await SendAsync("account", "http://127.0.0.1:1/")).PutOff);
    }

    [Fact]
    public async Task A_host_that_answers_with_an_error_is_retried_at_once()
    {
        _receiver.Answer = () => LoopbackReceiver.Status("500 Internal Server Error");
        await Assert.ThrowsAsync<IOException>(() => SendAsync("account", _receiver.Url));
        _receiver.Answer = () => LoopbackReceiver.Status("200 OK");

        Assert.Equal("delivery", (await SendAsync("account", _receiver.Url)).Result?.MessageId);
    }

    private Task<DeliveryAttempt> SendAsync(string account, string url, CancellationToken cancellationToken = default) =>
        _delivery.SendAsync(
            account, url, "delivery", () => new Dictionary<string, string>(StringComparer.Ordinal), "{}", cancellationToken);
}
