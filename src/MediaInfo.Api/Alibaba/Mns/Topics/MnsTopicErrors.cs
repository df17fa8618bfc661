using System.Net;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>The errors of topics and subscriptions.</summary>
/// <remarks>Source: "Error codes" of the product, its clients, and "Message sending errors" of MPS.</remarks>
public static class MnsTopicErrors
{
    /// <summary>The account has no such topic.</summary>
    /// <remarks>Create the topic. A pipeline needs none: without it, its messages go to the queue of that name.</remarks>
    public static MnsError TopicNotExist { get; } =
        new(HttpStatusCode.NotFound, "TopicNotExist", "The topic you provided does not exist.");

    /// <summary>There is a topic of the name, with other attributes.</summary>
    /// <remarks>Send the same attributes, or call SetTopicAttributes.</remarks>
    public static MnsError TopicAlreadyExist { get; } =
        new(HttpStatusCode.Conflict, "TopicAlreadyExist", "The topic you want to create is already exist.");

    /// <summary>The topic's name has a character that names may not have.</summary>
    /// <remarks>Use letters, digits, <c>-</c> and <c>_</c>, with a letter or a digit at the beginning.</remarks>
    public static MnsError TopicNameInvalid { get; } = Bad(
        "TopicNameInvalid",
        "The topic name you provided is invalid. TopicName should start with alpha or digit and contain only alpha, digit "
        + "or -.");

    /// <summary>The topic's name is too long.</summary>
    /// <remarks>Use at most 256 characters.</remarks>
    public static MnsError TopicNameLength { get; } =
        Bad("TopicNameLengthError", "Topic name length should between 1 and 256.");

    /// <summary>The account has as many topics as it may have.</summary>
    /// <remarks>Delete one that is not used. The operator may raise <c>Topics:MaxPerAccount</c>.</remarks>
    public static MnsError TooManyTopics { get; } =
        new(HttpStatusCode.Forbidden, "TopicNumExceededLimit", "The number of topics exceeds the limit.");

    /// <summary>The topic has no such subscription.</summary>
    /// <remarks>Compare the name with the answer to ListSubscriptionByTopic; capitals count.</remarks>
    public static MnsError SubscriptionNotExist { get; } =
        new(HttpStatusCode.NotFound, "SubscriptionNotExist", "The subscription you provided does not exist.");

    /// <summary>There is a subscription of the name, which asks for something else.</summary>
    /// <remarks>Send the same attributes, call SetSubscriptionAttributes, or unsubscribe first.</remarks>
    public static MnsError SubscriptionAlreadyExist { get; } = new(
        HttpStatusCode.Conflict, "SubscriptionAlreadyExist", "The subscription you want to create is already exist.");

    /// <summary>The subscription's name has a character that names may not have.</summary>
    /// <remarks>Use letters, digits, <c>-</c> and <c>_</c>, with a letter or a digit at the beginning.</remarks>
    public static MnsError SubscriptionNameInvalid { get; } = Bad(
        "SubscriptionNameInvalid",
        "The subscription name you provided is invalid. SubscriptionName should start with alpha or digit and contain only "
        + "alpha, digit or -.");

    /// <summary>The subscription's name is too long.</summary>
    /// <remarks>Use at most 256 characters.</remarks>
    public static MnsError SubscriptionNameLength { get; } =
        Bad("SubscriptionNameLengthError", "Subscription name length should between 1 and 256.");

    /// <summary>The topic has as many subscriptions as it may have.</summary>
    /// <remarks>Unsubscribe one that is not used. The operator may raise <c>Topics:MaxSubscriptions</c> up to 100.</remarks>
    public static MnsError TooManySubscriptions { get; } = new(
        HttpStatusCode.Forbidden, "SubscriptionNumExceededLimit", "The number of subscriptions exceeds the limit.");

    /// <summary>The endpoint is neither an http or https address nor a queue's name.</summary>
    /// <remarks>
    /// Send <c>https://host/path</c>, or <c>acs:mns:REGION:ACCOUNT:queues/QUEUE</c> with your account's id. Mail and text
    /// messages are not sent.
    /// </remarks>
    public static MnsError EndpointInvalid { get; } = Bad("EndpointInvalid", "The endpoint you provided is invalid.");

    /// <summary>The message is larger than the topic allows.</summary>
    /// <remarks>Send less, or raise the topic's MaximumMessageSize.</remarks>
    public static MnsError MessageTooLarge { get; } =
        Bad("InvalidArgument", "The length of message must not be larger than MaximumMessageSize.");

    private static MnsError Bad(string code, string message) => new(HttpStatusCode.BadRequest, code, message);
}
