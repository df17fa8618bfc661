using MediaInfo.Core.Messaging;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Tests.Messaging;

public sealed class QueueNameTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("9")]
    [InlineData("Ice_Callback-Done")]
    [InlineData("two--hyphens-")]
    public void Letters_digits_hyphens_and_underscores_are_legal(string name) => Assert.True(QueueName.IsLegal(name));

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("_a")]
    [InlineData("a.b")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("视频")]
    public void Other_characters_are_not(string name) => Assert.False(QueueName.IsLegal(name));

    [Fact]
    public void A_name_has_at_most_256_characters()
    {
        Assert.True(QueueName.IsLegal(new string('a', 256)));
        Assert.False(QueueName.IsLegal(new string('a', 257)));
    }

    [Theory]
    [InlineData("mediainfo-callbacks")]
    [InlineData("abc")]
    public void A_name_that_storage_takes_stays(string name) => Assert.Equal(name, QueueName.Stored(name));

    [Theory]
    [InlineData("ab")]
    [InlineData("Analyses-10")]
    [InlineData("callbacks_")]
    [InlineData("two--hyphens")]
    public void Another_name_becomes_a_digest_that_nobody_may_name(string name)
    {
        var stored = QueueName.Stored(name);

        Assert.True(QueueName.IsMapped(stored));
        Assert.True(BucketName.IsLegal(stored));
        Assert.NotEqual(stored, QueueName.Stored(name + "x_"));
    }

    [Theory]
    [InlineData("mns-")]
    [InlineData("mns-queue")]
    [InlineData("mns-0000000000000000000000000000000000000000000000000G")]
    public void Names_that_only_begin_alike_are_free(string name) => Assert.False(QueueName.IsMapped(name));
}
