using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Jobs.Files;

/// <summary>The files that the service makes for a job in its own bucket, below a folder of the job.</summary>
public sealed class JobFiles(IObjectWriter writer, IObjectStore objects)
{
    /// <summary>Where a job's file is.</summary>
    /// <param name="job">The job.</param>
    /// <param name="name">The file's name; it may have folders.</param>
    public static ObjectRef Locate(JobKey job, string name) => new(OwnBucket.Name, FolderOf(job) + name);

    /// <summary>Writes a job's file, or overwrites it.</summary>
    /// <exception cref="IOException">Storage cannot be reached now; retry.</exception>
    public async Task<ObjectWriteStatus> WriteAsync(
        JobKey job, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken)
    {
        var target = Locate(job, name);
        var status = await writer.WriteAsync(target, content, contentType, job.Account, cancellationToken);
        return status == ObjectWriteStatus.NotFound && await writer.EnsureBucketAsync(target.Bucket, cancellationToken)
            ? await writer.WriteAsync(target, content, contentType, job.Account, cancellationToken)
            : status;
    }

    /// <summary>The same for a step of the job.</summary>
    /// <returns>Why the job fails; null if the file was written.</returns>
    /// <exception cref="IOException">Storage cannot be reached now; retry.</exception>
    public async Task<JobFailure?> KeepAsync(
        JobKey job, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken) =>
        WriteFailures.Of(await WriteAsync(job, name, content, contentType, cancellationToken), Locate(job, name));

    /// <summary>Removes every file of a job, if there are any.</summary>
    /// <exception cref="IOException">Storage cannot be reached now; retry.</exception>
    public async Task RemoveAsync(JobKey job, CancellationToken cancellationToken)
    {
        // One list has the first few thousand. What is removed is not on the next one; what stays ends the loop.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (await objects.ListAsync(OwnBucket.Name, FolderOf(job), cancellationToken) is { } listed)
        {
            var keys = listed.Keys.Where(seen.Add).ToList();
            if (keys.Count == 0)
            {
                return;
            }

            foreach (var key in keys)
            {
                await writer.RemoveAsync(new ObjectRef(OwnBucket.Name, key), job.Account, cancellationToken);
            }
        }
    }

    private static string FolderOf(JobKey job) => $"{job.Account}/{job.Id}/";
}
