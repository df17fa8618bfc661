import { BlobServiceClient } from '@azure/storage-blob';

/** The bucket: a blob container of the same name. */
export class Bucket {
  constructor(connectionString, name = 'example-bucket') {
    this.container = BlobServiceClient.fromConnectionString(connectionString).getContainerClient(name);
  }

  async create() {
    await this.container.createIfNotExists();
    return this;
  }

  async uploadFile(key, file) {
    await this.container.getBlockBlobClient(key).uploadFile(file);
    return key;
  }

  async uploadText(key, text) {
    await this.container.getBlockBlobClient(key).upload(text, Buffer.byteLength(text));
    return key;
  }
}
