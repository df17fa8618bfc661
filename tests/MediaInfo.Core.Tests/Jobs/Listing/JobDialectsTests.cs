using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.Core.Tests.Jobs.Listing;

public sealed class JobDialectsTests
{
    [Theory]
    [InlineData("mps", "mps", JobWork.Analysis)]
    [InlineData("mps-snapshots", "mps", JobWork.Snapshot)]
    [InlineData("ims", "ims", JobWork.Analysis)]
    [InlineData("ims-snapshots", "ims", JobWork.Snapshot)]
    [InlineData("ims-tags", "ims", JobWork.Tags)]
    [InlineData("ims-library", "ims", JobWork.Analysis)]
    [InlineData("ims-library-frames", "ims", JobWork.Snapshot)]
    [InlineData("ims-library-tags", "ims", JobWork.Tags)]
    [InlineData("mpc", "mpc", JobWork.Analysis)]
    public void A_dialects_name_tells_its_API_and_its_work(string dialect, string api, JobWork work) =>
        Assert.Equal((api, work), (JobDialects.ApiOf(dialect), JobDialects.WorkOf(dialect)));
}
