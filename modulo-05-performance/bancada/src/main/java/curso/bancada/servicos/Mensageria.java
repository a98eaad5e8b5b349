package curso.bancada.servicos;

import com.rabbitmq.client.ConnectionFactory;

/// Um broker AMQP 0-9-1.
///
/// O embutido (Apache Qpid, em memória) recusa `x-dead-letter-exchange`, `x-message-ttl`, `x-max-length` e `x-queue-type`.
public interface Mensageria {
    /// Uma fábrica nova, já com endereço e prazos, sem recuperação automática: uma declaração recusada falha em vez de pendurar.
    ConnectionFactory fabrica();

    /// O endereço `amqp://usuario:senha@host:porta/vhost`.
    String url();

    boolean vivo();

    Origem origem();
}
