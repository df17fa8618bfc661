using MediaInfo.Api.Alibaba.Ims.Snapshots;
using MediaInfo.Api.Tests.Alibaba.Ims.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Snapshots;

public sealed class SnapshotCompletionFormatTests
{
    private readonly SnapshotCompletionFormat _format = new();

    [Fact]
    public async Task Message_of_a_job_that_ended()
    {
        Assert.Equal("ims-snapshots", _format.Dialect);
        GoldenFile.Matches(await _format.FormatAsync(ImsJobs.Succeeded(), default), "Ims/Snapshots");
    }

    [Fact]
    public async Task Message_of_a_job_without_a_picture() => GoldenFile.Matches(
        await _format.FormatAsync(ImsJobs.Failed(1, FailureReason.NoPicture) with { UserData = null }, default), "Ims/Snapshots");
}
