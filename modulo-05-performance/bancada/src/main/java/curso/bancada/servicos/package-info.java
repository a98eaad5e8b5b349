/// Serviços reais para exemplos e exercícios: PostgreSQL 18 durável, Redis e um broker AMQP.
///
/// Comece por [curso.bancada.servicos.Servicos]. Caminho de um início embutido: `Cache` guarda o que é caro
/// (binários extraídos, modelo do banco), `PastaDeDados` reserva uma pasta, e [curso.bancada.servicos.Guardiao] inicia o processo e garante que ele
/// não sobreviva a este.
package curso.bancada.servicos;
