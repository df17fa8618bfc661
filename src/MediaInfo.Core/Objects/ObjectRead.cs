namespace MediaInfo.Core.Objects;

/// <summary>The answer to one bounded read of an object. Dispose it to give the connection back.</summary>
public sealed class ObjectRead : IAsyncDisposable
{
    private ObjectRead(ObjectReadStatus status, ObjectProperties? properties, Stream content)
    {
        Status = status;
        Properties = properties;
        Content = content;
    }

    /// <summary>How the read ended.</summary>
    public ObjectReadStatus Status { get; }

    /// <summary>The object's properties; null unless <see cref="Status"/> is Ok, or BehindEnd of an object that exists.</summary>
    public ObjectProperties? Properties { get; }

    /// <summary>The bytes asked for, fewer at the object's end; empty unless <see cref="Status"/> is Ok.</summary>
    public Stream Content { get; }

    /// <summary>A read that found its bytes.</summary>
    public static ObjectRead Found(ObjectProperties properties, Stream content) => new(ObjectReadStatus.Ok, properties, content);

    /// <summary>A read that found none.</summary>
    public static ObjectRead None(ObjectReadStatus status, ObjectProperties? properties = null) =>
        new(status, properties, Stream.Null);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
