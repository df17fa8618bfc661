using System.Net;
using MediaInfo.Standalone.Connections;
using MediaInfo.TestSupport;
using Microsoft.AspNetCore.Connections;

namespace MediaInfo.Standalone.Tests.Connections;

public sealed class ConnectionGateTests
{
    private static readonly TimeSpan Head = TimeSpan.FromSeconds(15);

    private readonly ManualTimeProvider _time = new();
    private readonly List<Visit> _visits = [];

    private ConnectionGate? _gate;

    [Fact]
    public void An_address_at_its_limit_loses_its_longest_idle_connection()
    {
        var (first, second, other) = (Come("10.0.0.1"), Come("10.0.0.1"), Come("10.0.0.2"));

        var third = Come("10.0.0.1");

        Assert.Equal([false, true, true, true], Open(first, second, other, third));
    }

    [Fact]
    public void At_the_total_limit_a_new_address_replaces_the_longest_idle_connection()
    {
        var all = new[] { Come("10.0.0.1"), Come("10.0.0.2"), Come("10.0.0.3"), Come("10.0.0.4") };
        all[0].Held.Begin();

        var fifth = Come("10.0.0.5");

        Assert.Equal([true, false, true, true, true], Open([.. all, fifth]));
    }

    [Fact]
    public void A_connection_with_a_request_in_progress_is_never_closed_to_make_room()
    {
        var (first, second) = (Come("10.0.0.1"), Come("10.0.0.1"));
        first.Held.Begin();
        second.Held.Begin();

        var third = Come("10.0.0.1");
        var other = Come("10.0.0.2");

        Assert.Equal([true, true, false, true], Open(first, second, third, other));
    }

    [Fact]
    public void After_its_answer_a_connection_is_the_last_to_be_replaced()
    {
        var (first, second) = (Come("10.0.0.1"), Come("10.0.0.1"));
        first.Held.Begin();
        first.Held.End();

        var third = Come("10.0.0.1");

        Assert.Equal([true, false, true], Open(first, second, third));
    }

    [Fact]
    public async Task A_place_is_free_again_when_its_connection_ends()
    {
        var (first, second) = (Come("10.0.0.1"), Come("10.0.0.1"));
        await first.DisposeAsync();

        var third = Come("10.0.0.1");

        Assert.Equal([true, true], Open(second, third));
    }

    [Fact]
    public async Task A_closed_connection_is_subtracted_only_once()
    {
        var (first, second) = (Come("10.0.0.1"), Come("10.0.0.1"));
        first.Held.Begin();
        var third = Come("10.0.0.1");
        await second.DisposeAsync();
        first.Held.End();

        var fourth = Come("10.0.0.1");

        // The third was idle before the first became idle.
        Assert.Equal([true, false, false, true], Open(first, second, third, fourth));
    }

    [Fact]
    public void Without_a_request_in_time_a_connection_is_closed()
    {
        var (silent, slow, spoke) = (Come("10.0.0.1"), Come("10.0.0.2"), Come("10.0.0.3"));
        spoke.Held.Speak();

        _time.Advance(Head - TimeSpan.FromTicks(1));
        slow.Held.Speak();
        Assert.Equal([true, true, true], Open(silent, slow, spoke));
        _time.Advance(TimeSpan.FromTicks(1));

        Assert.Equal([false, true, true], Open(silent, slow, spoke));
        Assert.Equal([true, true], Open(Come("10.0.0.1"), Come("10.0.0.1")));
    }

    [Fact]
    public void A_connection_without_an_address_counts_only_toward_the_total()
    {
        var all = Enumerable.Range(0, 4).Select(_ => Come(address: null)).ToArray();

        Assert.Equal([true, true, true, true], Open(all));
        Assert.Equal([true], Open(Come(address: null)));
        Assert.Equal([false, true, true, true], Open(all));
    }

    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1")]
    [InlineData("::ffff:10.0.0.1", "10.0.0.1")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2::", "2001:db8:1:2::")]
    [InlineData("::1", "::")]
    public void An_IPv6_network_counts_as_one_address(string address, string owner) =>
        Assert.Equal(owner, $"{ConnectionGate.OwnerOf(IPAddress.Parse(address))}");

    [Fact]
    public async Task Closed_connections_leave_nothing_behind()
    {
        for (var number = 0; number < 1000; number++)
        {
            await Come($"10.0.{number / 250}.{number % 250}").DisposeAsync();
        }

        Assert.Equal(0, _time.WaitingTimers);
        Assert.Equal([true, true, true, true], Open(Come("10.1.0.1"), Come("10.1.0.2"), Come("10.1.0.3"), Come("10.1.0.4")));
    }

    private static bool[] Open(params Visit[] visits) => Array.ConvertAll(visits, visit => visit.IsOpen);

    private Visit Come(string? address)
    {
        _gate ??= new ConnectionGate(new ConnectionLimits(All: 4, OfAddress: 2, Head), _time);
        var visit = new Visit(_gate, address);
        _visits.Add(visit);
        return visit;
    }

    /// <summary>A connection that stays open until the test or the gate ends it.</summary>
    private sealed class Visit : IAsyncDisposable
    {
        private readonly TaskCompletionSource _end = new();
        private readonly AbortedConnection _connection = new();
        private readonly Task _running;

        public Visit(ConnectionGate gate, string? address)
        {
            _connection.RemoteEndPoint = address is null ? null : new IPEndPoint(IPAddress.Parse(address), port: 50_000);
            _running = gate.RunAsync(_connection, _ => _end.Task);
        }

        /// <summary>The feature that its requests see.</summary>
        public HeldConnection Held => _connection.Features.Get<HeldConnection>()!;

        /// <summary>Whether it was admitted and is still open.</summary>
        public bool IsOpen => !_running.IsCompleted && !_connection.IsAborted;

        public async ValueTask DisposeAsync()
        {
            _end.TrySetResult();
            await _running;
        }
    }

    private sealed class AbortedConnection : DefaultConnectionContext
    {
        public bool IsAborted { get; private set; }

        public override void Abort(ConnectionAbortedException abortReason) => IsAborted = true;
    }
}
