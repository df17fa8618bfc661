namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>What a path stands for.</summary>
public enum MnsResource
{
    /// <summary>/queues</summary>
    Queues,

    /// <summary>/queues/{QueueName}</summary>
    /// <parameter name="QueueName" in="path" required="true" example="mediainfo-callbacks" maxlength="256"
    /// pattern="^[A-Za-z0-9][A-Za-z0-9_-]*$">
    /// The queue. Letters, digits, hyphens and underscores, with a letter or a digit at the beginning.
    /// </parameter>
    Queue,

    /// <summary>/queues/{QueueName}/messages</summary>
    /// <parameter name="QueueName" in="path" required="true" example="mediainfo-callbacks" maxlength="256"
    /// pattern="^[A-Za-z0-9][A-Za-z0-9_-]*$">
    /// The queue. Letters, digits, hyphens and underscores, with a letter or a digit at the beginning.
    /// </parameter>
    QueueMessages,

    /// <summary>/topics</summary>
    Topics,

    /// <summary>/topics/{TopicName}</summary>
    /// <parameter name="TopicName" in="path" required="true" example="mps-done" maxlength="256"
    /// pattern="^[A-Za-z0-9][A-Za-z0-9_-]*$">
    /// The topic. Letters, digits, hyphens and underscores, with a letter or a digit at the beginning.
    /// </parameter>
    Topic,

    /// <summary>/topics/{TopicName}/messages</summary>
    /// <parameter name="TopicName" in="path" required="true" example="mps-done" maxlength="256"
    /// pattern="^[A-Za-z0-9][A-Za-z0-9_-]*$">
    /// The topic. Letters, digits, hyphens and underscores, with a letter or a digit at the beginning.
    /// </parameter>
    TopicMessages,

    /// <summary>/topics/{TopicName}/subscriptions</summary>
    /// <parameter name="TopicName" in="path" required="true" example="mps-done" maxlength="256"
    /// pattern="^[A-Za-z0-9][A-Za-z0-9_-]*$">
    /// The topic. Letters, digits, hyphens and underscores, with a letter or a digit at the beginning.
    /// </parameter>
    Subscriptions,

    /// <summary>/topics/{TopicName}/subscriptions/{SubscriptionName}</summary>
    /// <parameter name="TopicName" in="path" required="true" example="mps-done" maxlength="256"
    /// pattern="^[A-Za-z0-9][A-Za-z0-9_-]*$">
    /// The topic. Letters, digits, hyphens and underscores, with a letter or a digit at the beginning.
    /// </parameter>
    /// <parameter name="SubscriptionName" in="path" required="true" example="team-a" maxlength="256"
    /// pattern="^[A-Za-z0-9][A-Za-z0-9_-]*$">
    /// The subscription. Letters, digits, hyphens and underscores, with a letter or a digit at the beginning.
    /// </parameter>
    Subscription,
}
