using FsCheck;
using FsCheck.Fluent;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Tests.Support;

namespace MediaInfo.Api.Tests.Alibaba.Rpc;

/// <summary>No change to a signed request passes authentication.</summary>
public sealed class RpcTamperingTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("GET", false)]
    [InlineData("POST", false)]
    [InlineData("POST", true)]
    public async Task An_unchanged_request_is_accepted(string method, bool form) =>
        Assert.True(await IsTakenAsync(Call(method, form), parameters => parameters));

    [Theory]
    [InlineData("GET", false)]
    [InlineData("POST", true)]
    public void A_change_of_any_character_is_refused(string method, bool form)
    {
        var changes =
            from parameter in Gen.Choose(0, 1000)
            from inName in Gen.Elements(true, false)
            from place in Gen.Choose(0, 1000)
            from to in Gen.Elements("aZ09 +/=&%.~-_中\0".ToCharArray())
            select (parameter, inName, place, to);

        Check.QuickThrowOnFailure(Prop.ForAll(changes.ToArbitrary(), change =>
        {
            var call = Call(method, form);
            var taken = IsTakenAsync(call, parameters => Changed(parameters, change)).GetAwaiter().GetResult();
            return !taken;
        }));
    }

    [Theory]
    [InlineData("GET", "POST")]
    [InlineData("POST", "GET")]
    public async Task A_change_of_the_method_is_refused(string before, string after)
    {
        var request = Call(before, form: false).ToWire() with { Method = after };

        Assert.False(await IsTakenAsync(request));
    }

    [Fact]
    public async Task An_added_or_removed_parameter_is_refused()
    {
        var call = Call("POST", form: false);
        Assert.False(await IsTakenAsync(call, parameters => parameters.Append(new("Extra", ""))));
        Assert.False(await IsTakenAsync(call, parameters => parameters.Where(pair => pair.Key is not "UserData")));
        Assert.False(await IsTakenAsync(call, parameters => parameters.Append(new("UserData", "last one counts"))));
    }

    [Fact]
    public async Task A_value_moved_into_the_next_parameter_is_refused() => Assert.False(await IsTakenAsync(
        Call("POST", form: false),
        parameters => parameters.Where(pair => pair.Key is not "UserData" and not "Timestamp")
            .Append(new("Timestamp", $"{RpcRequest.Now}&UserData=some data"))));

    private static RpcRequest Call(string method, bool form) =>
        RpcRequest.Of("QueryMediaInfoJobList", ("UserData", "some data"), ("Empty", "")) with { Method = method, AsForm = form };

    private static List<KeyValuePair<string, string>> Changed(
        IEnumerable<KeyValuePair<string, string>> parameters, (int Parameter, bool InName, int Place, char To) change)
    {
        var list = parameters.ToList();
        var index = change.Parameter % list.Count;
        var (name, value) = list[index];
        list[index] = change.InName ? new(Changed(name, change), value) : new(name, Changed(value, change));
        return list;
    }

    // An empty value has no character to change, so one is added.
    private static string Changed(string text, (int Parameter, bool InName, int Place, char To) change)
    {
        if (text.Length == 0)
        {
            return change.To.ToString();
        }

        var place = change.Place % text.Length;
        var to = text[place] == change.To ? (char)(change.To + 1) : change.To;
        return text[..place] + to + text[(place + 1)..];
    }

    private async Task<bool> IsTakenAsync(
        RpcRequest call, Func<IEnumerable<KeyValuePair<string, string>>, IEnumerable<KeyValuePair<string, string>>> change) =>
        await IsTakenAsync(call.ToWire(change(call.Sign())));

    private async Task<bool> IsTakenAsync(WireRequest wire)
    {
        var request = wire.ToApi();
        var (caller, error) = await _rig.Get<RpcAuthenticator>()
            .AuthenticateAsync(request, RpcParameters.Of(request), changesState: false, admit: _ => null, CancellationToken.None);
        Assert.Equal(caller is null, error is not null);
        return caller is not null;
    }
}
