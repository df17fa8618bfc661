using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Functions.Durable;

/// <summary>The input of the activity that runs a recogniser.</summary>
/// <param name="Job">The job.</param>
/// <param name="Recogniser">The recogniser.</param>
public sealed record Recognition(JobKey Job, RecogniserKind Recogniser);
