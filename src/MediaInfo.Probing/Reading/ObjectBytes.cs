using MediaInfo.Core.Objects;

namespace MediaInfo.Probing.Reading;

/// <summary>The result of reading an object's bytes.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Content">Bytes from the requested offset, at least one; empty unless the status is Ok.</param>
/// <param name="HasWaited">Whether they were not cached when requested.</param>
internal readonly record struct ObjectBytes(
    ObjectReadStatus Status, ReadOnlyMemory<byte> Content = default, bool HasWaited = false);
