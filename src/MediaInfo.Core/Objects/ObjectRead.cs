namespace MediaInfo.Core.Objects;

/// <summary>The response to one bounded read of an object. Dispose it to release the connection.</summary>
public sealed class ObjectRead : IAsyncDisposable
{
    private ObjectRead(ObjectReadStatus status, ObjectProperties? properties, Stream content)
    {
        Status = status;
        Properties = properties;
        Content = content;
    }

    /// <summary>The outcome of the read.</summary>
    public ObjectReadStatus Status { get; }

    /// <summary>The object's properties; null unless <see cref="Status"/> is Ok, or BehindEnd for an existing object.</summary>
    public ObjectProperties? Properties { get; }

    /// <summary>The requested bytes, or fewer at the end of the object; empty unless <see cref="Status"/> is Ok.</summary>
    public Stream Content { get; }

    /// <summary>Creates a successful read.</summary>
    public static ObjectRead Found(ObjectProperties properties, Stream content) => new(ObjectReadStatus.Ok, properties, content);

    /// <summary>Creates a read without content.</summary>
    public static ObjectRead None(ObjectReadStatus status, ObjectProperties? properties = null) =>
        new(status, properties, Stream.Null);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
