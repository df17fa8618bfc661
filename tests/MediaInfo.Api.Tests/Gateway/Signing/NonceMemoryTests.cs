using MediaInfo.Api.Gateway.Signing;
using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.Gateway.Signing;

public sealed class NonceMemoryTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void Each_key_can_use_a_nonce_once()
    {
        var nonces = new NonceMemory(_time);

        Assert.True(nonces.TryUse("a", "1"));
        Assert.False(nonces.TryUse("a", "1"));
        Assert.True(nonces.TryUse("b", "1"));
        Assert.True(nonces.TryUse("a", "2"));
    }

    [Fact]
    public void Looking_up_a_nonce_does_not_use_it()
    {
        var nonces = new NonceMemory(_time);

        Assert.False(nonces.Knows("a", "1"));
        Assert.True(nonces.TryUse("a", "1"));
        Assert.True(nonces.Knows("a", "1"));
        Assert.False(nonces.Knows("a1", ""));
        Assert.False(nonces.Knows("b", "1"));
    }

    // A request can be signed up to one window ahead of this clock and replayed up to one window after its time: two windows.
    [Fact]
    public void A_nonce_is_remembered_as_long_as_its_request_can_be_replayed()
    {
        var nonces = new NonceMemory(_time);
        nonces.TryUse("a", "1");

        for (var minutes = 0; minutes <= 30; minutes += 5)
        {
            Assert.False(nonces.TryUse("a", "1"));
            _time.Advance(TimeSpan.FromMinutes(5));
        }
    }

    [Fact]
    public void A_nonce_is_forgotten_some_time_later()
    {
        var nonces = new NonceMemory(_time);
        nonces.TryUse("a", "1");

        _time.Advance(TimeSpan.FromMinutes(46));

        Assert.True(nonces.TryUse("a", "1"));
    }

    [Fact]
    public void A_nonce_is_remembered_when_the_clock_is_set_forth_and_back()
    {
        var nonces = new NonceMemory(_time);
        nonces.TryUse("a", "1");

        _time.Step(TimeSpan.FromDays(1));
        nonces.TryUse("a", "meanwhile");
        _time.Step(TimeSpan.FromDays(-1));

        Assert.False(nonces.TryUse("a", "1"));
    }

    [Fact]
    public void Nonces_are_still_forgotten_when_the_clock_was_set_forth_and_back()
    {
        var nonces = new NonceMemory(_time);
        _time.Step(TimeSpan.FromDays(10_000));
        nonces.TryUse("a", "1");
        _time.Step(TimeSpan.FromDays(-10_000));

        _time.Advance(TimeSpan.FromMinutes(46));
        nonces.TryUse("a", "later");

        Assert.False(nonces.Knows("a", "1"));
    }

    [Fact]
    public void Only_one_of_many_concurrent_uses_wins()
    {
        var nonces = new NonceMemory(_time);
        var wins = 0;

        Parallel.For(0, 1000, _ =>
        {
            if (nonces.TryUse("a", "1"))
            {
                Interlocked.Increment(ref wins);
            }
        });

        Assert.Equal(1, wins);
    }
}
