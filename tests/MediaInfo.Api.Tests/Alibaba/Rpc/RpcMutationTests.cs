using System.Text;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Tests.Support;

namespace MediaInfo.Api.Tests.Alibaba.Rpc;

/// <summary>Changes one byte of a signed part on the wire, 10,000 times in all. Every change is refused.</summary>
public sealed class RpcMutationTests : IDisposable
{
    private const int Rounds = 2000;
    private const string Form = "MediaInfoJobIds=a%2Cb&UserData=%E6%B5%8B%20%2B%2F%3D";

    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_changed_query_of_a_version_1_GET_is_refused() =>
        await RefusesAllAsync((Version1() with { Method = "GET" }).ToWire(), 1, ChangedQuery);

    [Fact]
    public async Task A_changed_form_of_a_version_1_POST_is_refused() =>
        await RefusesAllAsync((Version1() with { AsForm = true }).ToWire(), 2, ChangedForm);

    [Fact]
    public async Task A_changed_query_of_version_3_is_refused() => await RefusesAllAsync(Version3().ToWire(), 3, ChangedQuery);

    [Fact]
    public async Task Changed_headers_of_version_3_are_refused() => await RefusesAllAsync(Version3().ToWire(), 4, ChangedHeader);

    [Fact]
    public async Task A_changed_body_of_version_3_is_refused() => await RefusesAllAsync(Version3().ToWire(), 5, ChangedBody);

    private static RpcRequest Version1() =>
        RpcRequest.Of("QueryMediaInfoJobList", ("MediaInfoJobIds", "a,b"), ("UserData", "测 +/="));

    private static Acs3Request Version3() =>
        Acs3Request.Of("QueryMediaInfoJobList", ("PipelineId", "a,b"), ("Title", "测 +/=")).WithForm(Form) with
        {
            SecurityToken = "STS/token+1==",
        };

    private static WireRequest ChangedQuery(WireRequest wire, Random random)
    {
        while (true)
        {
            var query = "?" + Changed(wire.Query[1..], random);
            if (!MeansTheSame(query, wire.Query))
            {
                return wire with { Query = query };
            }
        }
    }

    private static WireRequest ChangedForm(WireRequest wire, Random random)
    {
        var before = Encoding.UTF8.GetString([.. wire.Body]);
        while (true)
        {
            var form = Changed(before, random);
            if (!MeansTheSame(form, before))
            {
                return wire with { Body = Encoding.UTF8.GetBytes(form) };
            }
        }
    }

    private static WireRequest ChangedBody(WireRequest wire, Random random)
    {
        var body = wire.Body.ToArray();
        body[random.Next(body.Length)] ^= (byte)random.Next(1, 256);
        return wire with { Body = body };
    }

    private static WireRequest ChangedHeader(WireRequest wire, Random random)
    {
        var names = wire.Headers.Keys.Append("Content-Type").ToList();
        var name = names[random.Next(names.Count)];
        if (name is "Content-Type")
        {
            return wire with { ContentType = Changed(wire.ContentType!, random) };
        }

        var headers = new Dictionary<string, string>(wire.Headers, StringComparer.OrdinalIgnoreCase);
        headers[name] = Changed(headers[name], random);
        return wire with { Headers = headers };
    }

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

    // "%2f" and "%2F" encode the same byte, so changing the case does not change what was signed.
    private static bool MeansTheSame(string one, string other) =>
        string.Equals(Uri.UnescapeDataString(one), Uri.UnescapeDataString(other), StringComparison.Ordinal);

    private async Task RefusesAllAsync(WireRequest signed, int seed, Func<WireRequest, Random, WireRequest> change)
    {
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var changed = change(signed, random);
            Assert.False(
                await IsTakenAsync(changed),
                $"Round {round} was taken: {changed.Query} {Encoding.UTF8.GetString([.. changed.Body])}");
        }

        Assert.True(await IsTakenAsync(signed));
    }

    private async Task<bool> IsTakenAsync(WireRequest wire)
    {
        var request = wire.ToApi();
        var (caller, error) = await _rig.Get<RpcAuthenticator>()
            .AuthenticateAsync(request, RpcParameters.Of(request), changesState: false, admit: _ => null, CancellationToken.None);
        Assert.Equal(caller is null, error is not null);
        return caller is not null;
    }
}
