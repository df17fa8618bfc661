using MediaInfo.Core.Objects;
using MediaInfo.Probing;
using MediaInfo.Probing.Reading;

namespace MediaInfo.TestSupport.Memory;

/// <summary>Reads of one object that a step shares with no other step.</summary>
public static class JobReading
{
    /// <summary>New reads of an object.</summary>
    public static ObjectReads Of(ObjectRef source, IObjectStore store, TimeProvider? time = null, ProbeOptions? options = null) =>
        new(
            source,
            store,
            new CacheMemory(options ?? new ProbeOptions()),
            options ?? new ProbeOptions(),
            time ?? TimeProvider.System);

    /// <summary>A new session with its own reads.</summary>
    public static ProbeSession Session(
        ObjectRef source, IObjectStore store, ProbeBudget? budget = null, TimeProvider? time = null) =>
        new(Of(source, store, time), budget ?? ProbeBudget.Unlimited);
}
