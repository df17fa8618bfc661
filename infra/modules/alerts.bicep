// The alerts and who receives them.

import { failedJobs, poisonMessages, queueAge, signsOfLife } from 'alert-queries.bicep'

@description('The prefix of the alerts\' names.')
param namePrefix string

@description('The region.')
param location string

@description('Tags of the resources.')
param tags object

@description('The resource id of the workspace whose logs are queried.')
param workspaceId string

@description('The e-mail address that receives alerts; if empty, alerts appear only in the portal.')
param email string

@description('The number of failed jobs within 15 minutes that raises an alert. Jobs for files that are not media fail too.')
@minValue(1)
param failedJobsThreshold int

@description('Seconds that the oldest message of a queue may wait before an alert is raised.')
@minValue(60)
param queueAgeSeconds int

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: '${namePrefix}-operators'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'mediainfo'
    emailReceivers: [
      {
        name: 'operators'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

var told = empty(email) ? [] : [
  group.id
]

resource poison 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${namePrefix}-poison-messages'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'MediaInfo: messages were given up'
    description: 'A job, a completion message or a library event failed in every delivery. The log line names it.'
    enabled: true
    severity: 1
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: poisonMessages
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: told
    }
    skipQueryValidation: true
  }
}

resource failures 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${namePrefix}-failed-jobs'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'MediaInfo: many jobs fail'
    description: 'More jobs than the threshold ended as failed. The log lines name the reasons.'
    enabled: true
    severity: 2
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: failedJobs
          timeAggregation: 'Count'
          operator: 'GreaterThanOrEqual'
          threshold: failedJobsThreshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: told
    }
    skipQueryValidation: true
  }
}

resource age 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${namePrefix}-queue-age'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'MediaInfo: a queue is not worked off'
    description: 'The oldest message of a queue waits longer than it should.'
    enabled: true
    severity: 2
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: queueAge
          timeAggregation: 'Maximum'
          metricMeasureColumn: 'Age'
          dimensions: [
            {
              name: 'Queue'
              operator: 'Include'
              values: [
                '*'
              ]
            }
          ]
          operator: 'GreaterThan'
          threshold: queueAgeSeconds
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: told
    }
    skipQueryValidation: true
  }
}

// Counts rows: no rows gives a count of 0, which no other rule here would report.
resource silence 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${namePrefix}-silence'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'MediaInfo: the app is silent'
    description: 'For a quarter of an hour nothing was heard of the age of the queues, which the app measures every minute.'
    enabled: true
    severity: 1
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: signsOfLife
          timeAggregation: 'Count'
          operator: 'LessThan'
          threshold: 1
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: told
    }
    skipQueryValidation: true
  }
}
