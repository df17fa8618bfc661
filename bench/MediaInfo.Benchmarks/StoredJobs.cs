using System.Globalization;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;
using MediaInfo.LocalStorage;
using MediaInfo.LocalStorage.Database;
using MediaInfo.LocalStorage.Jobs;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.Benchmarks;

/// <summary>Fills an embedded store that no process uses.</summary>
internal static class StoredJobs
{
    private const int AtATime = 2_000;

    // Ids of earlier jobs are larger.
    private static readonly UInt128 Step = UInt128.One << 64;

    /// <summary>
    /// Adds copies of the account's newest job, each with its result and an id of its own, older than the last one.
    /// </summary>
    public static async Task FillAsync(string directory, string account, int count)
    {
        using var database = new LocalDatabase(
            new LocalStorageOptions { Directory = directory, Durability = Durability.ProcessCrash });
        database.Open();
        var jobs = new LocalJobStore(database, new JobOptions(), NullLogger<LocalJobStore>.Instance);
        var results = new LocalResultStore(database);
        var newest = await new LocalJobIndex(database)
            .ReadAsync(account, JobIdRange.All, JobOrder.NewestFirst, expected: 1, default)
            .FirstAsync();
        var key = new JobKey(account, newest.Id);
        var job = (await jobs.FindAsync(key, default))!.Job;
        var result = await results.FindAsync(key, ResultPart.Streams, default)
            ?? throw new InvalidOperationException($"Job {key.Id} has no result");
        var first = UInt128.Parse(key.Id, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        foreach (var some in Enumerable.Range(1, count).Chunk(AtATime))
        {
            await Task.WhenAll(some.Select(number => AddAsync(first + (Step * (UInt128)number))));
        }

        async Task AddAsync(UInt128 id)
        {
            var copy = key with { Id = id.ToString("x32", CultureInfo.InvariantCulture) };
            await jobs.AddAsync(job with { Key = copy }, default);
            await results.AddAsync(copy, ResultPart.Streams, result, default);
        }
    }
}
