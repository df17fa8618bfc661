using System.Globalization;
using System.Net.Sockets;
using MediaInfo.Api.Callbacks;
using MediaInfo.Core.Callbacks;
using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.Callbacks;

public sealed class CallbackRedirectTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly LoopbackReceiver _first = new();
    private readonly LoopbackReceiver _second = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
    }

    ValueTask IAsyncDisposable.DisposeAsync() => new(DisposeAsync());

    [Theory]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task A_redirect_is_followed_with_the_whole_message(string status)
    {
        Redirect(status);

        var result = await SendAsync(new CallbackOptions { AllowPrivateAddresses = true });

        Assert.Equal("delivery", result.MessageId);
        Assert.StartsWith("POST ", Assert.Single(_second.Requests), StringComparison.Ordinal);
        Assert.EndsWith("{\"text\":1}", _second.Requests[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("302 Found")]
    [InlineData("303 See Other")]
    public async Task A_redirect_that_drops_the_message_is_not_a_delivery(string status)
    {
        Redirect(status);

        await Assert.ThrowsAsync<IOException>(() => SendAsync(new CallbackOptions { AllowPrivateAddresses = true }));
    }

    [Fact]
    public async Task With_redirects_disabled_a_redirect_is_retried_later()
    {
        Redirect("307 Temporary Redirect");

        await Assert.ThrowsAsync<IOException>(
            () => SendAsync(new CallbackOptions { AllowPrivateAddresses = true, MaxRedirects = 0 }));
        Assert.Empty(_second.Requests);
    }

    [Fact]
    public async Task A_redirect_loop_ends()
    {
        _first.Answer = () => LoopbackReceiver.Status("307 Temporary Redirect", $"Location: {_first.Url}");

        await Assert.ThrowsAsync<IOException>(
            () => SendAsync(new CallbackOptions { AllowPrivateAddresses = true, MaxRedirects = 2 }));
        Assert.Equal(3, _first.Requests.Count);
    }

    // The connector does the check. Only the first host's connection is routed to this machine, as if the host were public.
    [Fact]
    public async Task A_redirect_to_a_non_public_address_is_refused_on_connecting()
    {
        Redirect("307 Temporary Redirect");
        using var handler = new CheckedConnector(new CallbackOptions()).NewHandler();
        var check = handler.ConnectCallback!;
        handler.ConnectCallback = async (context, token) =>
            context.DnsEndPoint.Host is "public.test" ? await ConnectAsync() : await check(context, token);
        using var client = new HttpClient(handler);
        var url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://public.test:{_first.Port}/"));
        using var content = new StringContent("{}");

        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsync(url, content));

        Assert.IsType<AddressRefusedException>(refusal.InnerException);
        Assert.Single(_first.Requests);
        Assert.Empty(_second.Requests);
    }

    private void Redirect(string status) => _first.Answer = () => LoopbackReceiver.Status(status, $"Location: {_second.Url}");

    private async Task<Stream> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", _first.Port);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task<Core.Jobs.CallbackResult> SendAsync(CallbackOptions options)
    {
        using var target = new HttpCallbackTarget(new CheckedConnector(options), options, TimeProvider.System);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        return await target.SendAsync(_first.Url, "delivery", headers, "{\"text\":1}", CancellationToken.None);
    }
}
