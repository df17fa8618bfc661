using MediaInfo.Core.Jobs;

namespace MediaInfo.Storage.Contracts.Jobs;

/// <summary>Keys that a client can send but no job can have.</summary>
public sealed class OddKeys : TheoryData<JobKey>
{
    public OddKeys()
    {
        const string Id = "0123456789abcdef0123456789abcdef";
        Add(new JobKey("account", ""));
        Add(new JobKey("account", Id[1..]));
        Add(new JobKey("account", Id + "0"));
        Add(new JobKey("account", Id.ToUpperInvariant()));
        Add(new JobKey("account", "0123456789abcdef-123456789abcdef"));
        Add(new JobKey("account", "../other/0123456789abcdef0123456"));
        Add(new JobKey("account", "0123456789abcdef0123456789abcde\n"));
        Add(new JobKey("account", "０123456789abcdef0123456789abcdef"));
        Add(new JobKey("", Id));
        Add(new JobKey("..", Id));
        Add(new JobKey("account/other", Id));
        Add(new JobKey("账户", Id));
    }
}
