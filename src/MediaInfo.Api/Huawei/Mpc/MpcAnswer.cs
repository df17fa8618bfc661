using System.Text.Json.Serialization.Metadata;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>An action's response: a body of its own wire type, nothing, or an error.</summary>
public sealed class MpcAnswer
{
    private MpcAnswer(object? body, JsonTypeInfo? type, MpcError? error)
    {
        Body = body;
        Type = type;
        Error = error;
    }

    /// <summary>A success without a body.</summary>
    public static MpcAnswer Done { get; } = new(body: null, type: null, error: null);

    /// <summary>The wire type's value; null without a body.</summary>
    public object? Body { get; }

    /// <summary>How to write <see cref="Body"/>; null without one.</summary>
    public JsonTypeInfo? Type { get; }

    /// <summary>The error; null for a success.</summary>
    public MpcError? Error { get; }

    /// <summary>A refusal.</summary>
    public static implicit operator MpcAnswer(MpcError error) => FromMpcError(error);

    /// <summary>A refusal.</summary>
    public static MpcAnswer FromMpcError(MpcError error) => new(body: null, type: null, error);

    /// <summary>A success.</summary>
    public static MpcAnswer Ok<T>(T body, JsonTypeInfo<T> type)
        where T : class => new(body, type, error: null);
}
