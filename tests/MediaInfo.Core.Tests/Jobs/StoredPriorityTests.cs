using System.Text.Json;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Tests.Jobs;

public sealed class StoredPriorityTests
{
    [Fact]
    public void A_document_without_a_priority_has_the_default_one()
    {
        const string Document =
            """
            {"key":{"account":"a","id":"b"},"dialect":"mps","requestId":"r","createdAt":"2024-02-29T12:00:00+00:00",
             "source":{"bucket":"c","key":"d"},"submittedInput":"{}","pipelineId":"p"}
            """;

        var job = JsonSerializer.Deserialize(Document, JobJson.Default.AnalysisJob)!;

        Assert.Equal(AnalysisJob.DefaultPriority, job.Priority);
    }
}
