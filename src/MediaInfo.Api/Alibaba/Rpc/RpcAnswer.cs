using System.Text.Json.Serialization.Metadata;
using MediaInfo.Core.Accounts;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>An action's response: a body of its own wire type, or an error.</summary>
public sealed class RpcAnswer
{
    private RpcAnswer(object? body, JsonTypeInfo? type, RpcError? error)
    {
        Body = body;
        Type = type;
        Error = error;
    }

    /// <summary>The wire type's value; null for an error.</summary>
    public object? Body { get; }

    /// <summary>How to write <see cref="Body"/>; null for an error.</summary>
    public JsonTypeInfo? Type { get; }

    /// <summary>The error; null for a success.</summary>
    public RpcError? Error { get; }

    /// <summary>Whether lists are written in the older flat form.</summary>
    public bool FlatLists { get; private init; }

    /// <summary>This response in the form that the account chose.</summary>
    public RpcAnswer For(Account account) => account.FlatLists ? new RpcAnswer(Body, Type, Error) { FlatLists = true } : this;

    /// <summary>A refusal.</summary>
    public static implicit operator RpcAnswer(RpcError error) => FromRpcError(error);

    /// <summary>A refusal.</summary>
    public static RpcAnswer FromRpcError(RpcError error) => new(body: null, type: null, error);

    /// <summary>A success.</summary>
    public static RpcAnswer Ok<T>(T body, JsonTypeInfo<T> type)
        where T : class => new(body, type, error: null);
}
