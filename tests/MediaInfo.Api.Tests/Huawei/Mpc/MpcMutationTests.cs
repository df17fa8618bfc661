using System.Text;
using MediaInfo.Api.Huawei.Mpc;
using MediaInfo.Api.Tests.Huawei.Mpc.Support;
using MediaInfo.Api.Tests.Support;

namespace MediaInfo.Api.Tests.Huawei.Mpc;

/// <summary>Changes one byte of a signed part on the wire, 10,000 times in all. Every change is refused.</summary>
public sealed class MpcMutationTests : IDisposable
{
    private const int Rounds = 2000;
    private readonly MpcRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void A_changed_query_is_refused() => RefusesAll(
        MpcRequest.List(("task_id", "测 +/="), ("task_id", "7967"), ("status", "SUCCEED"), ("page", "0")).ToWire(),
        1,
        ChangedQuery);

    [Fact]
    public void Changed_headers_are_refused() => RefusesAll(Signed().With("x-language", "en-us").ToWire(), 2, ChangedHeader);

    [Fact]
    public void A_changed_signature_is_refused() =>
        RefusesAll(Signed().ToWire(), 3, (wire, random) => Changed(wire, "Authorization", random));

    [Fact]
    public void A_changed_body_is_refused() => RefusesAll(Signed().ToWire(), 4, (wire, random) =>
    {
        var body = wire.Body.ToArray();
        body[random.Next(body.Length)] ^= (byte)random.Next(1, 256);
        return wire with { Body = body };
    });

    [Fact]
    public void A_changed_path_or_method_is_refused() => RefusesAll(Signed().ToWire(), 5, (wire, random) =>
        random.Next(10) > 0
            ? wire with { Path = "/" + Changed(wire.Path[1..], random) }
            : wire with { Method = Changed(wire.Method, random) });

    private static MpcRequest Signed() =>
        MpcRequest.Create($$"""{"input":{{MpcJobs.Input}},"user_data":"u1"}""") with { KeyId = "temporary", Headers = Temporary };

    private static Dictionary<string, string> Temporary { get; } =
        new(StringComparer.Ordinal) { ["x-security-token"] = "the/token+1==" };

    private static WireRequest ChangedQuery(WireRequest wire, Random random)
    {
        while (true)
        {
            var query = "?" + Changed(wire.Query[1..], random);
            // "%2f" and "%2F" encode the same byte, so changing the case does not change what was signed.
            if (!string.Equals(Uri.UnescapeDataString(query), Uri.UnescapeDataString(wire.Query), StringComparison.Ordinal))
            {
                return wire with { Query = query };
            }
        }
    }

    private static WireRequest ChangedHeader(WireRequest wire, Random random)
    {
        var names = wire.Headers.Keys.Append("Content-Type").ToList();
        var name = names[random.Next(names.Count)];
        return name is "Content-Type"
            ? wire with { ContentType = Changed(wire.ContentType!, random) }
            : Changed(wire, name, random);
    }

    private static WireRequest Changed(WireRequest wire, string header, Random random) => wire with
    {
        Headers = new Dictionary<string, string>(wire.Headers, StringComparer.OrdinalIgnoreCase)
        {
            [header] = Changed(wire.Headers[header], random),
        },
    };

    private static string Changed(string text, Random random)
    {
        var place = random.Next(text.Length);
        char other;
        do
        {
            other = (char)random.Next(' ', '~' + 1);
        }
        while (other == text[place]);
        return text[..place] + other + text[(place + 1)..];
    }

    private void RefusesAll(WireRequest signed, int seed, Func<WireRequest, Random, WireRequest> change)
    {
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var changed = change(signed, random);
            Assert.False(
                IsTaken(changed),
                $"Round {round} was taken: {changed.Method} {changed.Path}{changed.Query} {string.Join(' ', changed.Headers)} {Encoding.UTF8.GetString([.. changed.Body])}");
        }

        Assert.True(IsTaken(signed));
    }

    private bool IsTaken(WireRequest wire)
    {
        var request = wire.ToApi();
        var (caller, error) = _rig.Get<MpcAuthenticator>().Authenticate(request, MpcQuery.Of(request.QueryString));
        Assert.Equal(caller is null, error is not null);
        return caller is not null;
    }
}
