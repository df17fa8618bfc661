using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Files;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Core.Tests.Jobs.Files;

public sealed class JobFilesTests
{
    private static readonly JobKey Job = TestJobs.Key();

    private readonly InMemoryObjectStore _objects = new();
    private readonly InMemoryObjectWriter _writer;
    private readonly JobFiles _files;

    public JobFilesTests()
    {
        _writer = new InMemoryObjectWriter(_objects);
        _files = new JobFiles(_writer, _objects);
    }

    [Fact]
    public async Task The_bucket_is_made_for_the_first_file()
    {
        Assert.Equal(ObjectWriteStatus.Written, await WriteAsync(Job, "0/00001.jpg"));

        Assert.Equal(new ObjectRef(OwnBucket.Name, $"{Job.Account}/{Job.Id}/0/00001.jpg"), Assert.Single(_writer.Written.Keys));
        Assert.Equal(JobFiles.Locate(Job, "0/00001.jpg"), Assert.Single(_writer.Written.Keys));
    }

    [Fact]
    public async Task Only_the_files_of_the_job_are_removed()
    {
        var other = TestJobs.Key(2);
        await WriteAsync(Job, "0/00001.jpg");
        await WriteAsync(Job, "1/pictures.vtt");
        await WriteAsync(other, "0/00001.jpg");

        await _files.RemoveAsync(Job, default);

        Assert.Equal(JobFiles.Locate(other, "0/00001.jpg"), Assert.Single(_writer.Written.Keys));
    }

    [Fact]
    public async Task A_file_that_somebody_else_put_there_stays_and_stops_nothing()
    {
        await WriteAsync(Job, "0/00001.jpg");
        _objects.Put(JobFiles.Locate(Job, "a-strangers.jpg"), [1]);

        await _files.RemoveAsync(Job, default);

        Assert.Empty(_writer.Written);
        Assert.NotNull(await _objects.FindAsync(JobFiles.Locate(Job, "a-strangers.jpg"), default));
    }

    [Fact]
    public async Task A_job_without_files_has_nothing_to_remove() => await _files.RemoveAsync(Job, default);

    private Task<ObjectWriteStatus> WriteAsync(JobKey job, string name) =>
        _files.WriteAsync(job, name, new byte[] { 1 }, "image/jpeg", default);
}
