package rinha.avaliador.regras;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import rinha.avaliador.Regra;
import rinha.avaliador.Regra.Peso;
import rinha.avaliador.conversa.Mensagem;
import rinha.avaliador.conversa.Troca;

/// Corpos que não são uma transação: recusados com 422 ou 400, e nunca aplicados.
final class RegrasDeCorpo {

    static final int CLIENTE = 4;
    private static final String VALOR = "valor deve ser um número inteiro positivo que representa centavos";
    private static final String TIPO = "tipo deve ser apenas c para crédito ou d para débito";
    private static final String DESCRICAO = "descricao deve ser uma string de 1 a 10 caracteres";
    private static final String CAMPOS = "Todos os campos são obrigatórios";
    private static final String CONFIRA = "confira tipo e faixa de cada campo antes de gravar, e responda 422 (ou 400)";

    private RegrasDeCorpo() {
    }

    static List<Prova> todas() {
        List<Prova> p = new ArrayList<>();
        p.add(valor("C12-valor-fracionario", "valor com fração é recusado", "1.2", "o leitor de JSON arredonda ou trunca o número"));
        p.add(valor("C13-valor-texto", "valor escrito como texto é recusado", "\"1\"", "o leitor de JSON converte texto em número"));
        p.add(valor("C14-valor-negativo", "valor negativo é recusado", "-1", "falta conferir valor > 0: um crédito negativo é um débito sem limite"));
        p.add(valor("C15-valor-zero", "valor zero é recusado", "0", "falta conferir valor > 0"));
        p.add(valor("C16-valor-nulo", "valor nulo é recusado", "null", "o nulo vira zero no leitor de JSON"));
        p.add(corpo("C17-valor-ausente", "sem valor, o corpo é recusado", CAMPOS, "{\"tipo\": \"c\", \"descricao\": \"falta\"}",
                "o campo ausente vira zero no leitor de JSON"));
        p.add(tipo("C18-tipo-desconhecido", "tipo que não é c nem d é recusado", "\"x\"", "tudo o que não é d é tratado como c"));
        p.add(tipo("C19-tipo-maiusculo", "tipo em maiúscula é recusado", "\"C\"", "a comparação ignora maiúsculas"));
        p.add(tipo("C20-tipo-vazio", "tipo vazio é recusado", "\"\"", "tudo o que não é d é tratado como c"));
        p.add(corpo("C21-tipo-ausente", "sem tipo, o corpo é recusado", CAMPOS, "{\"valor\": 1, \"descricao\": \"falta\"}",
                "o campo ausente é tratado como crédito"));
        p.add(descricao("C22-descricao-vazia", "descrição vazia é recusada", "\"\"", "só se confere o tamanho máximo"));
        p.add(descricao("C23-descricao-nula", "descrição nula é recusada", "null", "o nulo passa pela conferência de tamanho"));
        p.add(descricao("C24-descricao-de-11", "descrição de 11 caracteres é recusada", "\"12345678901\"", "o limite está um a mais, ou não existe"));
        p.add(descricao("C25-descricao-de-25", "descrição de 25 caracteres é recusada", "\"1234567890123456789012345\"",
                "falta o tamanho máximo, ou ele está no banco e estoura lá"));
        p.add(corpo("C26-descricao-ausente", "sem descrição, o corpo é recusado", CAMPOS, "{\"valor\": 1, \"tipo\": \"c\"}",
                "o campo ausente passa pela conferência de tamanho"));
        p.add(descricao("C27-descricao-numero", "descrição que não é texto é recusada", "123", "o leitor de JSON converte número em texto"));
        p.add(corpo("C28-json-malformado", "JSON malformado é recusado", "422 para corpo inválido; o teste oficial aceita 400",
                "{\"valor\": 1, \"tipo\": \"c\", \"descricao\": \"x\"", "a exceção do leitor de JSON chega ao servidor sem tratamento"));
        p.add(corpo("C29-corpo-vazio", "corpo vazio é recusado", CAMPOS, "", "o corpo vazio vira nulo e ninguém espera por ele"));
        return p;
    }

    private static Prova valor(String id, String titulo, String valor, String causa) {
        return corpo(id, titulo, VALOR, "{\"valor\": " + valor + ", \"tipo\": \"c\", \"descricao\": \"valor\"}", causa);
    }

    private static Prova tipo(String id, String titulo, String tipo, String causa) {
        return corpo(id, titulo, TIPO, "{\"valor\": 1, \"tipo\": " + tipo + ", \"descricao\": \"tipo\"}", causa);
    }

    private static Prova descricao(String id, String titulo, String descricao, String causa) {
        return corpo(id, titulo, DESCRICAO, "{\"valor\": 1, \"tipo\": \"c\", \"descricao\": " + descricao + "}", causa);
    }

    private static Prova corpo(String id, String titulo, String trecho, String corpo, String causa) {
        Regra regra = new Regra(id, titulo, "Um dado errado que entra no banco não sai mais sozinho.", trecho, Peso.RESPOSTA);
        return new Prova(regra, exame -> recusa(exame, Api.corpo(String.valueOf(CLIENTE), corpo), "422 ou 400",
                s -> s == 422 || s == 400, causa, CONFIRA));
    }

    /// Manda o corpo entre dois créditos de 1: a diferença entre os dois saldos diz se ele mexeu em dinheiro.
    static void recusa(Exame exame, Mensagem mensagem, String esperado, IntPredicate serve, String causa, String proximo) {
        long a = exame.api().aceitar(CLIENTE, "c", 1, "antes");
        long b = exame.api().aceitar(CLIENTE, "c", 1, "antes");
        if (b != a + 1) {
            throw new Impedimento("dois créditos de 1 não somam 1 um depois do outro; veja C05");
        }
        Troca t = exame.api().pedir(mensagem);
        String mudou = mudanca(exame, b, serve.test(t.status()));
        if (!mudou.isEmpty()) {
            exame.exigir(false, t.enviado(), t.veio() + "; e " + mudou, esperado + ", e o saldo não muda",
                    exame.doPeso(causa + ": a transação inválida foi aplicada", proximo));
            return;
        }
        exame.exigir(serve.test(t.status()), t, esperado, Dica.de(t.status() >= 500
                ? "uma exceção sem tratamento: entrada de cliente nunca é erro do servidor" : causa, proximo));
    }

    /// O que o corpo fez ao saldo; vazio, se nada. Quem aceitou um número enorme pode ficar com um saldo que já não se lê.
    private static String mudanca(Exame exame, long antes, boolean recusado) {
        try {
            long mudou = exame.api().aceitar(CLIENTE, "c", 1, "depois") - antes - 1;
            return mudou == 0 ? "" : "o saldo mudou em " + mudou;
        } catch (Impedimento e) {
            if (recusado) {
                throw e;
            }
            return "depois dele, " + e.getMessage();
        }
    }
}
