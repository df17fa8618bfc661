using MediaInfo.Core.Objects;
using MediaInfo.Core.Probing;
using MediaInfo.Core.Reading;

namespace MediaInfo.TestSupport.Memory;

/// <summary>Reads of one object, of a step that shares them with no other.</summary>
public static class JobReading
{
    /// <summary>New reads of an object.</summary>
    public static ObjectReads Of(ObjectRef source, IObjectStore store, TimeProvider? time = null, ProbeOptions? options = null) =>
        new(source, store, new CacheMemory(options ?? new ProbeOptions()), options ?? new ProbeOptions(), time ?? TimeProvider.System);

    /// <summary>A new session on reads of its own.</summary>
    public static ProbeSession Session(ObjectRef source, IObjectStore store, ProbeBudget? budget = null, TimeProvider? time = null) =>
        new(Of(source, store, time), budget ?? ProbeBudget.Unlimited);
}
