using MediaInfo.Api.Rpc;
using MediaInfo.Api.Tests.Rpc;
using MediaInfo.Core.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Tests.Support;

/// <summary>The rig whose account has chosen the older flat lists, and whose product has <see cref="EchoAction"/> too.</summary>
public static class FlatRig
{
    private static readonly Account Owner = new()
    {
        Id = ApiRig.Account,
        FlatLists = true,
        Keys = [new AccessKey { Id = "testid", Secret = "testsecret", Allow = ["*"] }],
    };

    public static ApiRig New() => new(services => services
        .AddSingleton<IRpcAction, EchoAction>()
        .AddSingleton(new AccountOptions { List = [Owner] }));
}
