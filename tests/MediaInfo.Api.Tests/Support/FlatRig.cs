using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Tests.Alibaba.Rpc;
using MediaInfo.Core.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Api.Tests.Support;

/// <summary>The rig for an account that uses the older flat lists. Its product also has <see cref="EchoAction"/>.</summary>
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
