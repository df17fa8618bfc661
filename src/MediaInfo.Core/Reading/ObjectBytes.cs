using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Reading;

/// <summary>What a look for an object's bytes found.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Content">Bytes from the asked offset on, at least one; empty unless the status is Ok.</param>
/// <param name="HasWaited">Whether they were not there when they were asked for.</param>
internal readonly record struct ObjectBytes(ObjectReadStatus Status, ReadOnlyMemory<byte> Content = default, bool HasWaited = false);
