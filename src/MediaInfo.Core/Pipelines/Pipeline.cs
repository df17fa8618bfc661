namespace MediaInfo.Core.Pipelines;

/// <summary>Says where the completion messages of its jobs go.</summary>
/// <param name="Id">32 lower-case hexadecimal digits.</param>
/// <param name="Name">A name for people.</param>
/// <param name="CallbackQueue">The storage queue for completion messages; null when none are wanted.</param>
public sealed record Pipeline(string Id, string Name, string? CallbackQueue);
